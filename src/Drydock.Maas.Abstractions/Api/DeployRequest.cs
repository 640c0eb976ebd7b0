namespace Drydock.Maas.Api;

/// <summary>How to deploy a machine; what is null or false is left out.</summary>
public sealed record DeployRequest
{
    /// <summary>The release, for example jammy.</summary>
    public string? DistroSeries { get; init; }

    /// <summary>The kernel, for example ga-22.04.</summary>
    public string? HweKernel { get; init; }

    /// <summary>cloud-init user data as base64.</summary>
    public string? UserData { get; init; }

    /// <summary>A comment for MAAS's log.</summary>
    public string? Comment { get; init; }

    /// <summary>Release and kernel.</summary>
    public override string ToString() => $"{DistroSeries} {HweKernel}".Trim();
}

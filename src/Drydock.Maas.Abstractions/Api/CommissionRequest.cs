namespace Drydock.Maas.Api;

/// <summary>How to commission a machine; what is null or false is left out.</summary>
public sealed record CommissionRequest
{
    /// <summary>Leave the machine on with SSH afterwards.</summary>
    public bool EnableSsh { get; init; }

    /// <summary>Leave the management controller's user alone.</summary>
    public bool SkipBmcConfig { get; init; }

    /// <summary>Keep the network configuration.</summary>
    public bool SkipNetworking { get; init; }

    /// <summary>Keep the storage configuration.</summary>
    public bool SkipStorage { get; init; }

    /// <summary>Scripts to run; empty for MAAS's choice.</summary>
    public IReadOnlyList<string> CommissioningScripts { get; init; } = [];

    /// <summary>Tests to run, or none; empty for MAAS's choice.</summary>
    public IReadOnlyList<string> TestingScripts { get; init; } = [];
}

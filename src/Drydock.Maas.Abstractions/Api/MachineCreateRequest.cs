namespace Drydock.Maas.Api;

/// <summary>A machine MAAS has not seen yet; what is null is left out. Its text form shows no secret.</summary>
public sealed record MachineCreateRequest
{
    /// <summary>Architecture and sub-architecture, for example amd64/generic.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>MAC addresses of its interfaces; one at least, unless the power driver tells the boot one.</summary>
    public IReadOnlyList<string> MacAddresses { get; init; } = [];

    /// <summary>The short name; MAAS makes one up when null.</summary>
    public string? Hostname { get; init; }

    /// <summary>The DNS domain's name.</summary>
    public string? Domain { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The availability zone's name.</summary>
    public string? Zone { get; init; }

    /// <summary>The resource pool's name.</summary>
    public string? Pool { get; init; }

    /// <summary>The oldest kernel it may boot, for example ga-22.04.</summary>
    public string? MinHweKernel { get; init; }

    /// <summary>The power driver: ipmi, redfish, virsh, manual and so on.</summary>
    public string? PowerType { get; init; }

    /// <summary>Parameters of the power driver, sent as power_parameters_NAME; may hold secrets.</summary>
    public IReadOnlyDictionary<string, string> PowerParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>How to commission it at once; null for not now.</summary>
    public CommissionRequest? Commission { get; init; }

    /// <summary>Host name, architecture and power driver; never a secret.</summary>
    public override string ToString() => $"{Hostname} {Architecture} {PowerType}".Trim();
}

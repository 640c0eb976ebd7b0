namespace Drydock.Maas.Api;

/// <summary>Fields of a machine that can be given when it is made and changed later; null leaves one out.</summary>
public abstract record MachineFields
{
    /// <summary>The short name.</summary>
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
}

namespace Drydock.Maas.Api;

/// <summary>
/// A machine MAAS has not seen yet; what is null is left out, and MAAS makes up a host name. Its text form shows no secret.
/// </summary>
public sealed record MachineCreateRequest : MachineFields
{
    /// <summary>Architecture and sub-architecture, for example amd64/generic.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>MAC addresses of its interfaces; one at least, unless the power driver tells the boot one.</summary>
    public IReadOnlyList<string> MacAddresses { get; init; } = [];

    /// <summary>How to commission it at once; null for not now.</summary>
    public CommissionRequest? Commission { get; init; }

    /// <summary>Host name, architecture and power driver; never a secret.</summary>
    public override string ToString() => $"{Hostname} {Architecture} {PowerType}".Trim();
}

namespace Drydock.Maas.Models;

/// <summary>A service of a rack controller.</summary>
public sealed record RackService : MaasObject
{
    /// <summary>The name: http, dhcpd, rackd, tftp and so on.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>running, off, dead, degraded or unknown.</summary>
    public string Status { get => field ?? ""; init; }

    /// <summary>What the service says of itself.</summary>
    public string? StatusInfo { get; init; }
}

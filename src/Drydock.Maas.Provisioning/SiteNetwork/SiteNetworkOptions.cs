namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>What is asked for beyond the design.</summary>
/// <param name="Space">The space of VLANs for which the design names none; null leaves them where they are.</param>
internal sealed record SiteNetworkOptions(string? Space = null);

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Terms of a plan of the networks: wishes beyond the design, and what MAAS allows.</summary>
/// <param name="Space">The space of VLANs for which the design names none; null leaves them where they are.</param>
/// <param name="RefusesOverlaps">Whether MAAS refuses a subnet that overlaps another.</param>
internal sealed record SiteNetworkTerms(string? Space = null, bool RefusesOverlaps = false);

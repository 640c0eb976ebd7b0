using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Describes a MAAS by a design. Only reads; what the planners would change all the same is left out and told.</summary>
public sealed class SiteConversion
{
    private readonly MaasSession _session;

    private SiteConversion(MaasSession session) => _session = session;

    /// <summary>Makes a conversion.</summary>
    /// <param name="session">The connection, of an administrator.</param>
    public static SiteConversion Create(MaasSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new(session);
    }

    /// <summary>Reads and describes.</summary>
    /// <param name="name">The name of the site.</param>
    /// <param name="machines">The machines to describe, and the networks they are on; null for the whole MAAS.</param>
    /// <param name="token">Ends it.</param>
    /// <exception cref="MaasException">MAAS could not be asked.</exception>
    public async Task<ConvertedSite> ConvertAsync(string name, IReadOnlyList<Machine>? machines, CancellationToken token)
    {
        var maas = await ObservedMaas.ReadAsync(_session.Client, machines, token).ConfigureAwait(false);
        var findings = new ConversionFindings();
        var terms = new Site.Network.SiteNetworkTerms(null, _session.Client.Capabilities.RefusesOverlappingSubnets);
        var design = new SiteConverter(maas, findings, terms, machines is null).Convert(name);
        return new(design, findings.All);
    }
}

/// <summary>A design that was made of a MAAS.</summary>
/// <param name="Design">The design: its nodes are complete by themselves, and inherit from nothing.</param>
/// <param name="Findings">What of the MAAS it does not say.</param>
public sealed record ConvertedSite(SiteDesign Design, IReadOnlyList<ValidationFinding> Findings);

using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Plans the DNS domains of networks, each once however many networks share it.</summary>
internal sealed class DomainPlanner(SiteSnapshot site)
{
    private readonly HashSet<string> _known = [.. site.Domains.Select(d => d.Name)];

    public void Plan(NetworkPlan plan, string domain)
    {
        if (domain.Length > 0 && _known.Add(domain))
            plan.Main.Add(new CreateDomain(domain));
    }
}

/// <summary>Makes a DNS domain for which MAAS is not authoritative.</summary>
/// <param name="Name">Its name.</param>
internal sealed record CreateDomain(string Name) : NetworkOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Create(ResourceKind.Domain, Name)];
}

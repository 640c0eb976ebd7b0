using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Plans the space of VLANs: that of the label space of the network, else of its link, else the one given for the whole site. An empty
/// label takes the VLAN out of its space; where nothing is asked for nothing is changed.
/// </summary>
internal sealed class SpacePlanner(SiteSnapshot site, string? siteSpace)
{
    private const string Label = "space";
    private const string Undefined = "undefined";
    private readonly HashSet<string> _known = [.. site.Spaces.Select(s => s.Name)];

    public static bool IsAskedFor(SiteDesign design, string? siteSpace) =>
        siteSpace is not null
            || design.NetworkLinks.Any(l => l.Labels.ContainsKey(Label))
            || design.Networks.Any(n => n.Labels.ContainsKey(Label));

    public void Plan(NetworkPlan plan, NetworkLink link, LinkFabric fabric, int tag, Vlan? present)
    {
        var wanted = plan.Network.Labels.GetValueOrDefault(Label) ?? link.Labels.GetValueOrDefault(Label) ?? siteSpace;
        var now = present?.Space is null or Undefined ? "" : present.Space;
        if (wanted is null || wanted == now)
            return;
        if (wanted.Length > 0 && _known.Add(wanted))
            plan.Main.Add(SiteChange.Create(ResourceKind.Space, wanted), (context, token) => context.Client.Spaces.CreateAsync(wanted, null, token));
        var name = string.Create(CultureInfo.InvariantCulture, $"{fabric.Name}/{tag}");
        var change = SiteChange.Set(ResourceKind.Vlan, name, ChangeProperty.Space, now, wanted, ChangeSeverity.Cosmetic) with
        {
            Parents = wanted.Length == 0 ? [] : [wanted],
        };
        DhcpOff.Add(plan, fabric, tag, [change], new VlanUpdate { Space = wanted });
    }
}

using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>
/// Plans that a link of the design's own interfaces is no longer the default gateway. Drydock links anew in every run, so that its former
/// choice goes by itself; here the link stays, and only the choice goes. One by way of an interface beside the design stays.
/// </summary>
internal static class DefaultGatewayPlanner
{
    /// <summary>Plans the clearing; answers the machine as it then is. MAAS clears both families at once.</summary>
    public static Machine Plan(PlanBuilder<MachineContext> builder, Machine machine, IReadOnlyList<DesiredInterface> interfaces, IReadOnlySet<string> gone)
    {
        var staying = interfaces.SelectMany(d => LinkPlanner.LinksThatStay(machine, d, gone)).ToList();
        var former = new[] { machine.DefaultGateways?.Ipv4, machine.DefaultGateways?.Ipv6 }.OfType<DefaultGateway>()
            .Select(g => (Gateway: g, Chosen: staying.Find(s => s.Link.Id == g.LinkId)))
            .Where(g => !string.IsNullOrEmpty(g.Gateway.GatewayIP) && g.Chosen.Desired is { IsPrimary: false } && !interfaces.Any(d => WantsGateway(d, g.Chosen.Desired)))
            .ToList();
        if (former.Count == 0)
            return machine;
        builder.Add(
            [.. former.Select(f => NetworkChange.Set(f.Chosen.Nic, ChangeProperty.DefaultGateway, f.Gateway.GatewayIP, null, f.Chosen.Nic))],
            async (context, token) => context.Machine =
                await context.Client.Machines.ClearDefaultGatewaysAsync(context.SystemId, token).ConfigureAwait(false));
        return machine with { DefaultGateways = new() };
    }

    /// <summary>A gateway of the same family that the design does want takes the place by itself.</summary>
    private static bool WantsGateway(DesiredInterface desired, DesiredLink former) =>
        desired.Tagged.Select(t => t.Link).Append(desired.Native).OfType<DesiredLink>()
            .Any(l => l.IsDefaultGateway && l.IsIpv6 == former.IsIpv6);
}

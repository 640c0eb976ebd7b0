using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>
/// Plans bridges: made over what they stand on, or mended in one update. MAAS clears the links of what a bridge stands on.
/// </summary>
internal static class BridgePlanner
{
    public static void Plan(PlanBuilder<MachineContext> builder, Machine machine, DesiredInterface desired, IReadOnlySet<string> gone)
    {
        if (InterfacePlanner.Find(machine, desired.Name, gone) is { } bridge)
            PlanDifference(builder, desired, bridge);
        else
            PlanNew(builder, machine, desired, gone);
    }

    private static void PlanNew(PlanBuilder<MachineContext> builder, Machine machine, DesiredInterface desired, IReadOnlySet<string> gone)
    {
        var (parent, settings) = (desired.Bridge!.ParentIn(machine, gone), desired.Bridge.Settings);
        var detail = string.Create(CultureInfo.InvariantCulture, $"bridge over {parent}, {settings}, mtu {desired.Mtu}");
        string[] causes = [parent, .. InterfacePlanner.GoneOver(machine, parent, gone)];
        builder.Add(NetworkChange.Create(ResourceKind.Interface, desired.Name, detail, causes), async (context, token) =>
        {
            var request = new BridgeRequest
            {
                Name = desired.Name,
                ParentId = context.Interface(parent).Id,
                VlanId = desired.Vlan.Id,
                Mtu = desired.Mtu,
                Type = settings.Type,
                Stp = settings.Stp,
                ForwardDelay = settings.ForwardDelay,
            };
            var bridge = await context.Client.Interfaces.CreateBridgeAsync(context.SystemId, request, token).ConfigureAwait(false);
            context.KeepBridge(await FreeAsync(context, bridge, token).ConfigureAwait(false));
        });
    }

    /// <summary>On an allocated machine MAAS gives a bridge the addresses its parent had; the design's are yet to come.</summary>
    private static async Task<NetworkInterface> FreeAsync(MachineContext context, NetworkInterface bridge, CancellationToken token)
    {
        foreach (var link in bridge.Links.Where(link => link.Mode != "link_up").ToList())
            bridge = await context.Client.Interfaces.UnlinkSubnetAsync(context.SystemId, bridge.Id, link.Id, token).ConfigureAwait(false);
        return bridge;
    }

    private static void PlanDifference(PlanBuilder<MachineContext> builder, DesiredInterface desired, NetworkInterface bridge)
    {
        var changes = new List<PlannedChange>();
        var (wanted, present) = (desired.Bridge!.Settings, bridge.Params ?? new InterfaceParameters());
        var request = new BridgeRequest { Tags = InterfaceTags.ToKeep(bridge) };
        var next = bridge.Vlan?.Id == desired.Vlan.Id ? null : desired.Vlan;
        if (next is not null && Differs(ChangeProperty.Vlan, bridge.Vlan?.ToString(), next.ToString()))
            request = request with { VlanId = next.Id };
        if (InterfaceMtu.IsToBeSet(bridge, next, desired.Mtu)
            && Differs(ChangeProperty.Mtu, Text(InterfaceMtu.Of(bridge, next)), Text(desired.Mtu), [.. InterfaceMtu.Causes(bridge, next, desired.Mtu)]))
            request = request with { Mtu = desired.Mtu };
        if (Differs(ChangeProperty.BridgeType, present.BridgeType, wanted.Type))
            request = request with { Type = wanted.Type };
        if (Differs(ChangeProperty.SpanningTree, OnOff(present.BridgeStp ?? false), OnOff(wanted.Stp)))
            request = request with { Stp = wanted.Stp };
        if (Differs(ChangeProperty.ForwardDelay, Text(present.BridgeFd), Text(wanted.ForwardDelay)))
            request = request with { ForwardDelay = wanted.ForwardDelay };
        builder.Add(changes, async (context, token) => context.KeepBridge(
            await context.Client.Interfaces.UpdateBridgeAsync(context.SystemId, bridge.Id, request, token).ConfigureAwait(false)));

        bool Differs(ChangeProperty property, string? before, string? after, params IReadOnlyList<string> causes)
        {
            if (before == after)
                return false;
            changes.Add(NetworkChange.Set(bridge.Name, property, before, after, causes));
            return true;
        }
    }

    private static string OnOff(bool flag) => flag ? "on" : "off";

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

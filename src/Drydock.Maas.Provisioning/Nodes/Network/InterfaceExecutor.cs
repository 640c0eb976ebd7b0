using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Carries out the writes to a machine's network; ids of what is made, and of links, are looked up at that moment.</summary>
internal sealed class InterfaceExecutor : FamilyExecutor<InterfaceOperation, MachineContext>
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(InterfaceOperation operation, MachineContext context, CancellationToken token)
    {
        var (interfaces, id) = (context.Client.Interfaces, context.SystemId);
        return operation switch
        {
            RenameBridge rename => KeepBridgeAsync(context, interfaces.UpdateAsync(
                id, rename.Present.Id, new() { Name = rename.Name, Tags = InterfaceTags.ToKeep(rename.Present) }, token)),
            DeleteInterface delete => DeleteAsync(context, delete.Present, token),
            UpdateInterface update => StoreAsync(context, interfaces.UpdateAsync(
                id, update.Present.Id, new() { VlanId = update.Vlan?.Id, Mtu = update.Mtu?.Wanted, Tags = update.Tags }, token)),
            CreateBond create => StoreAsync(context, interfaces.CreateBondAsync(id, create.Request with { Parents = FindIds(context, create.Parents) }, token)),
            UpdateBond update => StoreAsync(context, interfaces.UpdateBondAsync(
                id, update.Present.Id, update.Request with { Parents = update.ChangesMembers ? FindIds(context, update.Members) : [] }, token)),
            ReleaseBondMembers release => StoreAsync(context, interfaces.UpdateBondAsync(
                id, release.Present.Id, new() { Parents = FindIds(context, release.Kept), Tags = InterfaceTags.ToKeep(release.Present) }, token)),
            CreateBridge create => CreateBridgeAsync(context, create, token),
            UpdateBridge update => KeepBridgeAsync(context, interfaces.UpdateBridgeAsync(id, update.Present.Id, update.Request, token)),
            CreateVlanInterface create => StoreAsync(context, interfaces.CreateVlanAsync(
                id, context.Interface(create.Parent).Id, create.Wanted.Vlan.Id, create.Wanted.Mtu, token)),
            UnlinkSubnet unlink => UnlinkAsync(context, unlink, token),
            LinkSubnet link => StoreAsync(context, interfaces.LinkSubnetAsync(id, context.Interface(link.Interface).Id, link.Request, token)),
            SetDefaultGateway choice => StoreAsync(context, interfaces.SetDefaultGatewayAsync(id, choice.Present.Id, choice.Link.Id, token)),
            ClearDefaultGateways => ClearDefaultGatewaysAsync(context, token),
            _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
        };
    }

    private static IReadOnlyList<int> FindIds(MachineContext context, IReadOnlyList<string> names) => [.. names.Select(n => context.Interface(n).Id)];

    private static async Task StoreAsync(MachineContext context, Task<NetworkInterface> writing) => context.KeepInterface(await writing.ConfigureAwait(false));

    private static async Task KeepBridgeAsync(MachineContext context, Task<NetworkInterface> writing) => KeepBridge(context, await writing.ConfigureAwait(false));

    /// <summary>Keeps the newest state of a bridge: what it stands on has no links any more, and follows its VLAN.</summary>
    private static void KeepBridge(MachineContext context, NetworkInterface answer)
    {
        context.KeepInterface(answer);
        foreach (var parent in context.Machine.Interfaces.Where(i => answer.Parents.Contains(i.Name)).ToList())
            context.KeepInterface(parent with { Links = [], Vlan = answer.Vlan });
    }

    private static async Task DeleteAsync(MachineContext context, NetworkInterface nic, CancellationToken token)
    {
        await context.Client.Interfaces.DeleteAsync(context.SystemId, nic.Id, token).ConfigureAwait(false);
        context.ForgetInterface(nic.Id);
    }

    /// <summary>On an allocated machine MAAS gives a bridge the addresses its parent had; the design's are yet to come.</summary>
    private static async Task CreateBridgeAsync(MachineContext context, CreateBridge create, CancellationToken token)
    {
        var request = create.Request with { ParentId = context.Interface(create.Parent).Id };
        var bridge = await context.Client.Interfaces.CreateBridgeAsync(context.SystemId, request, token).ConfigureAwait(false);
        foreach (var link in bridge.Links.Where(link => link.Mode != "link_up").ToList())
            bridge = await context.Client.Interfaces.UnlinkSubnetAsync(context.SystemId, bridge.Id, link.Id, token).ConfigureAwait(false);
        KeepBridge(context, bridge);
    }

    /// <summary>The link may be gone already: with what was moved or made on the interface before.</summary>
    private static async Task UnlinkAsync(MachineContext context, UnlinkSubnet unlink, CancellationToken token)
    {
        if (context.Interface(unlink.Interface).Links.FirstOrDefault(unlink.Describes) is { } link)
            context.KeepInterface(await context.Client.Interfaces.UnlinkSubnetAsync(context.SystemId, unlink.Present.Id, link.Id, token).ConfigureAwait(false));
    }

    private static async Task ClearDefaultGatewaysAsync(MachineContext context, CancellationToken token) =>
        context.Machine = await context.Client.Machines.ClearDefaultGatewaysAsync(context.SystemId, token).ConfigureAwait(false);
}

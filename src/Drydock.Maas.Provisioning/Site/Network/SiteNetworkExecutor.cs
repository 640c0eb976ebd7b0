using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>
/// Carries out the writes to the networks of the site. Operations name fabrics, VLANs and subnets; their ids are looked up at that moment, since
/// they may have been made just before, for this network or another.
/// </summary>
/// <param name="site">The site as it was read for the plan, and kept newest by our own writes.</param>
internal sealed class SiteNetworkExecutor(SiteContext site) : FamilyExecutor<NetworkOperation, IMaasClient>
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(NetworkOperation operation, IMaasClient context, CancellationToken token) => operation switch
    {
        CreateFabric create => StoreAsync(create.Name, context.Fabrics.CreateAsync(create.Name, token)),
        RenameFabric rename => StoreAsync(rename.Name, context.Fabrics.UpdateAsync(rename.Present.Id, rename.Name, token)),
        CreateVlan create => CreateAsync(context, create, token),
        VlanChange change => UpdateAsync(context, change, token),
        CreateSpace create => context.Spaces.CreateAsync(create.Name, null, token),
        CreateDomain create => context.Domains.CreateAsync(create.Name, authoritative: false, token),
        CreateSubnet create => StoreAsync(context.Subnets.CreateAsync(create.Request with { VlanId = site.Vlan(create.Fabric, create.Tag).Id }, token)),
        UpdateSubnet update => StoreAsync(context.Subnets.UpdateAsync(
            update.Present.Id, update.Request with { VlanId = update.Moves ? site.Vlan(update.Fabric, update.Tag).Id : null }, token)),
        ClearSettings clear => StoreAsync(context.Subnets.UpdateAsync(clear.Present.Id, clear.Request, token)),
        CreateRange create => context.IPRanges.CreateAsync(create.Request with { SubnetId = site.Subnet(create.Subnet).Id }, token),
        MoveRange move => context.IPRanges.UpdateAsync(move.Present.Id, move.Request, token),
        ReplaceRange replace => context.IPRanges.DeleteAsync(replace.Present.Id, token),
        CreateStaticRoute create => context.StaticRoutes.CreateAsync(
            site.Subnet(create.Source).Id, site.Subnet(create.Destination).Id, create.Gateway, create.Metric, token),
        UpdateStaticRoute update => context.StaticRoutes.UpdateAsync(update.Present.Id, update.Gateway, update.Metric, token),
        NetworkRemoval removal => RemoveAsync(context, removal, token),
        _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
    };

    private static Task RemoveAsync(IMaasClient client, NetworkRemoval removal, CancellationToken token) => removal switch
    {
        DeleteStaticRoute delete => client.StaticRoutes.DeleteAsync(delete.Present.Id, token),
        DeleteRange delete => client.IPRanges.DeleteAsync(delete.Present.Id, token),
        DeleteSubnet delete => client.Subnets.DeleteAsync(delete.Present.Id, token),
        DeleteVlan delete => client.Vlans.DeleteAsync(delete.Present.Id, token),
        _ => throw new ArgumentException($"No write for {removal.GetType().Name}.", nameof(removal)),
    };

    private async Task CreateAsync(IMaasClient client, CreateVlan create, CancellationToken token)
    {
        var fabric = site.Fabric(create.Fabric).Id;
        site.KeepVlan(fabric, await client.Vlans.CreateAsync(fabric, create.Request, token).ConfigureAwait(false));
    }

    private async Task UpdateAsync(IMaasClient client, VlanChange change, CancellationToken token)
    {
        var fabric = change.FabricId ?? site.Fabric(change.Fabric).Id;
        site.KeepVlan(fabric, await client.Vlans.UpdateAsync(fabric, change.Tag, change.Request, token).ConfigureAwait(false));
    }

    private async Task StoreAsync(string name, Task<Fabric> writing) => site.KeepFabric(name, await writing.ConfigureAwait(false));

    private async Task StoreAsync(Task<Subnet> writing) => site.KeepSubnet(await writing.ConfigureAwait(false));
}

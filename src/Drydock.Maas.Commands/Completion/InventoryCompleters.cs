using System.Runtime.CompilerServices;
using Drydock.Maas.Api;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes names of one kind of resource from the MAAS of the current session, which is asked once in half a minute.</summary>
internal abstract class InventoryCompleter : ValueCompleter
{
    private static readonly ConditionalWeakTable<MaasSession, Dictionary<Type, RecentList<string>>> Caches = [];

    private protected sealed override IEnumerable<string> FindValues(CompletionContext context)
    {
        if (context.FindSession() is not { } session)
            return [];
        var cache = Caches.GetOrCreateValue(session);
        if (!cache.TryGetValue(GetType(), out var values))
            cache[GetType()] = values = new RecentList<string>();
        return values.Read(async token => [.. await ListAsync(session.Client, token).ConfigureAwait(false)]);
    }

    private protected abstract Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token);
}

/// <summary>Completes architectures that MAAS has images for.</summary>
internal sealed class ImageArchitectureCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.BootResources.ListAsync(token).ConfigureAwait(false)).Select(b => b.Architecture);
}

/// <summary>Completes names of images.</summary>
internal sealed class ImageNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.BootResources.ListAsync(token).ConfigureAwait(false)).Select(b => b.Name);
}

/// <summary>Completes names of DNS domains.</summary>
internal sealed class DomainNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Domains.ListAsync(token).ConfigureAwait(false)).Select(d => d.Name);
}

/// <summary>Completes names of fabrics.</summary>
internal sealed class FabricNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Fabrics.ListAsync(token).ConfigureAwait(false)).Select(f => f.Name);
}

/// <summary>Completes names of package repositories.</summary>
internal sealed class PackageRepositoryNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.PackageRepositories.ListAsync(token).ConfigureAwait(false)).Select(r => r.Name);
}

/// <summary>Completes host names of rack controllers.</summary>
internal sealed class RackControllerNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.RackControllers.ListAsync(token).ConfigureAwait(false)).Select(r => r.Hostname);
}

/// <summary>Completes names of resource pools.</summary>
internal sealed class ResourcePoolNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.ResourcePools.ListAsync(token).ConfigureAwait(false)).Select(p => p.Name);
}

/// <summary>Completes names of scripts of any type.</summary>
internal sealed class ScriptNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Scripts.ListAsync(new ScriptFilter(), token).ConfigureAwait(false)).Select(s => s.Name);
}

/// <summary>Completes names of commissioning scripts.</summary>
internal sealed class CommissioningScriptCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Scripts.ListAsync(new ScriptFilter { Type = "commissioning" }, token).ConfigureAwait(false)).Select(s => s.Name);
}

/// <summary>Completes names of testing scripts.</summary>
internal sealed class TestingScriptCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Scripts.ListAsync(new ScriptFilter { Type = "testing" }, token).ConfigureAwait(false)).Select(s => s.Name);
}

/// <summary>Completes names of spaces.</summary>
internal sealed class SpaceNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Spaces.ListAsync(token).ConfigureAwait(false)).Select(s => s.Name);
}

/// <summary>Completes names of subnets.</summary>
internal sealed class SubnetNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Subnets.ListAsync(token).ConfigureAwait(false)).Select(s => s.Name);
}

/// <summary>Completes networks of subnets; of one in another spelling MAAS's own is offered.</summary>
internal sealed class SubnetCidrCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Subnets.ListAsync(token).ConfigureAwait(false)).Select(s => s.Cidr);

    private protected override bool IsBegunBy(string value, string start) =>
        base.IsBegunBy(value, start) || IPBlock.Read(value) == IPBlock.Read(start);
}

/// <summary>Completes names of tags.</summary>
internal sealed class TagNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Tags.ListAsync(token).ConfigureAwait(false)).Select(t => t.Name);
}

/// <summary>Completes names of VLANs.</summary>
internal sealed class VlanNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Fabrics.ListAsync(token).ConfigureAwait(false)).SelectMany(f => f.Vlans).Select(v => v.Name).OfType<string>();
}

/// <summary>Completes tags (VID) of VLANs.</summary>
internal sealed class VlanTagCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Fabrics.ListAsync(token).ConfigureAwait(false)).SelectMany(f => f.Vlans).Select(v => $"{v.Vid}");
}

/// <summary>Completes names of availability zones.</summary>
internal sealed class ZoneNameCompleter : InventoryCompleter
{
    private protected override async Task<IEnumerable<string>> ListAsync(IMaasClient client, CancellationToken token) =>
        (await client.Zones.ListAsync(token).ConfigureAwait(false)).Select(z => z.Name);
}

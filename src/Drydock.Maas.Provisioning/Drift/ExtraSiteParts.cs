using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Site.Access;
using Kept = Drydock.Maas.Models.PackageRepository;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Finds SSH keys of the connected user, package repositories and machines that the design has not.</summary>
internal sealed class ExtraSiteParts(MaasSession session, SiteListings listings, SiteDesign design)
{
    public async Task<IReadOnlyList<DesignDrift>> FindAsync(IReadOnlyList<NodeFindings> nodes, CancellationToken token)
    {
        var keys = listings.KeysAsync(token);
        var repositories = listings.RepositoriesAsync(token);
        var machines = FindMachinesAsync(nodes, token);
        await Task.WhenAll(keys, repositories, machines).ConfigureAwait(false);
        return
        [
            .. Keys(await keys.ConfigureAwait(false)),
            .. Repositories(await repositories.ConfigureAwait(false)),
            .. await machines.ConfigureAwait(false),
        ];
    }

    private IEnumerable<DesignDrift> Keys(IEnumerable<SshKey> keys)
    {
        var wanted = (design.Region?.AuthorizedKeys ?? []).Select(PublicKey.TryParse).OfType<PublicKey>().ToList();
        foreach (var kept in keys)
        {
            var key = PublicKey.TryParse(kept.Key);
            var source = string.IsNullOrEmpty(kept.KeySource) ? "" : $" from {kept.KeySource}";
            if (key is null || !wanted.Exists(w => w.IsSameAs(key)))
                yield return Extra(ResourceKind.SshKey, key?.Name ?? kept.Key, $"{key?.Type}{source}");
        }
    }

    /// <summary>What a design that removes unlisted ones has is no extra, since a run does remove it.</summary>
    private IEnumerable<DesignDrift> Repositories(IEnumerable<Kept> repositories)
    {
        if (design.Region is { RemoveUnlistedRepositories: true, Repositories.Count: > 0 })
            return [];
        var listed = (design.Region?.Repositories ?? []).Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        return repositories.Where(r => !RepositoryPlanner.IsOfMaas(r) && !listed.Contains(r.Name))
            .Select(r => Extra(ResourceKind.PackageRepository, r.Name, r.Url));
    }

    private async Task<IReadOnlyList<DesignDrift>> FindMachinesAsync(IReadOnlyList<NodeFindings> nodes, CancellationToken token)
    {
        var known = nodes.Where(n => n.Machine is not null).Select(n => n.Machine!.SystemId).ToHashSet(StringComparer.Ordinal);
        var kernel = design.Nodes.Select(PlatformPlanner.KernelTag).ToHashSet(StringComparer.Ordinal);
        var extras = new List<DesignDrift>();
        await foreach (var machine in session.Client.Machines.StreamAsync(new MachineFilter(), token).ConfigureAwait(false))
        {
            if (known.Contains(machine.SystemId))
                continue;
            var name = $"{machine} ({machine.SystemId})";
            extras.Add(ExtraParts.Extra(design, ChangeScope.Node, ResourceKind.Machine, name, machine.StatusName));
            extras.AddRange(machine.TagNames.Where(kernel.Contains)
                .Select(t => ExtraParts.Extra(design, ChangeScope.Node, ResourceKind.Machine, name, t) with { Property = ChangeProperty.Tags }));
        }

        return [.. extras.OrderBy(e => e.Resource, StringComparer.OrdinalIgnoreCase)];
    }

    private DesignDrift Extra(ResourceKind kind, string name, string? value) => ExtraParts.Extra(design, ChangeScope.Site, kind, name, value);
}

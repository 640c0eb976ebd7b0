using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Kept = Drydock.Maas.Models.PackageRepository;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>Plans package repositories. Lists are compared as sets, a key without the white space around it: so MAAS keeps them.</summary>
internal static class RepositoryPlanner
{
    private static readonly string[] DefaultArchives = ["main_archive", "ports_archive"];
    private static readonly string[] Pockets = ["security", "updates", "backports"];
    private static readonly string[] Components = ["restricted", "universe", "multiverse"];

    /// <summary>One part for each repository of the design and each that has to go.</summary>
    public static IReadOnlyList<SitePart> Plan(Region? region, IReadOnlyList<Kept> present, bool prune)
    {
        if (region is not { Repositories: { Count: > 0 } wanted })
            return [];
        var parts = wanted.Select(w => SitePart.Of(w.Name, builder => PlanOne(builder, w, present.FirstOrDefault(p => p.Name == w.Name))));
        var unlisted = region.RemoveUnlistedRepositories || prune
            ? present.Where(p => !IsOfMaas(p) && wanted.All(w => w.Name != p.Name))
            : [];
        return [.. parts, .. unlisted.Select(Remove)];
    }

    /// <summary>Whether it is one of the two that MAAS always has.</summary>
    public static bool IsOfMaas(Kept repository) => DefaultArchives.Contains(repository.Name);

    private static void PlanOne(PlanBuilder<IMaasClient> builder, PackageRepository repository, Kept? present)
    {
        var wanted = Request(repository);
        if (repository.Options.Count > 0)
            builder.Say($"MAAS has no place for options of repository {repository.Name}: {SiteSet.Show(repository.Options.Keys)}.");
        if (present is null)
        {
            builder.Add(
                SiteChange.Create(ResourceKind.PackageRepository, repository.Name, repository.Url),
                (client, token) => client.PackageRepositories.CreateAsync(wanted, token));
            return;
        }

        var changes = new List<PlannedChange>();
        var update = Compare(repository.Name, wanted, present, changes);
        builder.Add(changes, (client, token) => client.PackageRepositories.UpdateAsync(present.Id, update, token));
    }

    private static PackageRepositoryRequest Request(PackageRepository repository)
    {
        var isDefault = DefaultArchives.Contains(repository.Name);
        var components = repository.Components ?? [];
        return new()
        {
            Name = repository.Name,
            Url = repository.FullUrl,
            Distributions = repository.Distributions,
            DisabledPockets = repository.RepositoryType == "rpm" ? [] : [.. Pockets.Except(repository.Subrepositories ?? [])],
            // The component main cannot be left out; no components named means all of them.
            DisabledComponents = !isDefault ? null : components.Count == 0 ? [] : [.. Components.Except(components)],
            Components = isDefault ? null : components,
            // None named means those that MAAS takes by itself.
            Arches = repository.Architectures.Count == 0 ? null : repository.Architectures,
            Key = Key(repository.GpgKey),
            Enabled = true,
        };
    }

    private static PackageRepositoryRequest Compare(
        string name, PackageRepositoryRequest wanted, Kept present, List<PlannedChange> changes)
    {
        bool Differs(ChangeProperty property, string? before, string? after, bool same)
        {
            if (!same)
                changes.Add(SiteChange.Set(ResourceKind.PackageRepository, name, property, before, after));
            return !same;
        }

        IReadOnlyList<string>? List(ChangeProperty property, IReadOnlyList<string> before, IReadOnlyList<string>? after) =>
            after is not null && Differs(property, SiteSet.Show(before), SiteSet.Show(after), after.SameAs(before)) ? after : null;

        return new()
        {
            Url = Differs(ChangeProperty.Url, present.Url, wanted.Url, present.FullUrl == wanted.Url) ? wanted.Url : null,
            Distributions = List(ChangeProperty.Distributions, present.Distributions, wanted.Distributions),
            DisabledPockets = List(ChangeProperty.DisabledPockets, present.DisabledPockets, wanted.DisabledPockets),
            DisabledComponents = List(ChangeProperty.DisabledComponents, present.DisabledComponents, wanted.DisabledComponents),
            Components = List(ChangeProperty.Components, present.Components, wanted.Components),
            Arches = List(ChangeProperty.Architectures, present.Arches, wanted.Arches),
            Key = Differs(ChangeProperty.SigningKey, Digest(Key(present.Key)), Digest(wanted.Key!), Key(present.Key) == wanted.Key) ? wanted.Key : null,
            Enabled = Differs(ChangeProperty.Enabled, "no", "yes", present.Enabled) ? true : null,
        };
    }

    private static SitePart Remove(Kept present)
    {
        var change = SiteChange.Delete(ResourceKind.PackageRepository, present.Name, present.Url) with { Severity = ChangeSeverity.Destructive };
        return SitePart.Of(present.Name, builder => builder.Add(
            change, (client, token) => client.PackageRepositories.DeleteAsync(present.Id, token))) with { IsRemoval = true };
    }

    private static string Key(string? key) => (key ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    /// <summary>A key in few characters, so that two can be told apart in a plan.</summary>
    private static string Digest(string key)
    {
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12];
        return key.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{key.Split('\n').Length} lines, SHA-256 {digest}");
    }
}

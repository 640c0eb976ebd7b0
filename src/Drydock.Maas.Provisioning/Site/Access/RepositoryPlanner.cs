using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Security;
using Kept = Drydock.Maas.Models.PackageRepository;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>Plans package repositories.</summary>
internal static class RepositoryPlanner
{
    /// <summary>One part for each repository of the design and each that has to go.</summary>
    public static IReadOnlyList<SitePart> Plan(Region? region, IReadOnlyList<Kept> present, bool prune)
    {
        if (region is not { Repositories: { Count: > 0 } wanted })
            return [];
        var parts = wanted.Select(w => SitePart.Make(w.Name, () => PlanRepository(w, present.FirstOrDefault(p => p.Name == w.Name))));
        var unlisted = region.RemoveUnlistedRepositories || prune
            ? present.Where(p => !IsOfMaas(p) && wanted.All(w => w.Name != p.Name))
            : [];
        return [.. parts, .. unlisted.Select(p => new SitePart(p.Name, new(new DeleteRepository(p))))];
    }

    /// <summary>Whether it is one of the two that MAAS always has.</summary>
    public static bool IsOfMaas(Kept repository) => RepositorySettings.IsDefaultArchive(repository.Name);

    private static Plan PlanRepository(RepositoryDefinition repository, Kept? present) =>
        new(present is null ? new CreateRepository(repository) : UpdateRepository.Find(RepositorySettings.Read(repository), present))
        {
            Messages = repository.Options.Count == 0
                ? [] : [$"MAAS has no place for options of repository {repository.Name}: {SiteSet.Show(repository.Options.Keys)}."],
        };
}

/// <summary>Makes a package repository.</summary>
/// <param name="Wanted">The repository in the design.</param>
internal sealed record CreateRepository(RepositoryDefinition Wanted) : AccessOperation
{
    /// <summary>What is sent for it.</summary>
    public PackageRepositoryRequest Request => RepositorySettings.Read(Wanted);

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request, digested: [nameof(Request.Key)]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(ResourceKind.PackageRepository, Wanted.Name, Wanted.Url)];
}

/// <summary>Changes a package repository that is there. Lists are compared as sets, a key without the white space around it: so MAAS keeps them.</summary>
/// <param name="Present">The repository in MAAS.</param>
/// <param name="Request">Its settings that change; those that stay are null.</param>
internal sealed record UpdateRepository(Kept Present, PackageRepositoryRequest Request) : AccessOperation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        .. Set(ChangeProperty.Url, Present.Url, Request.Url),
        .. Set(ChangeProperty.Distributions, Present.Distributions, Request.Distributions),
        .. Set(ChangeProperty.DisabledPockets, Present.DisabledPockets, Request.DisabledPockets),
        .. Set(ChangeProperty.DisabledComponents, Present.DisabledComponents, Request.DisabledComponents),
        .. Set(ChangeProperty.Components, Present.Components, Request.Components),
        .. Set(ChangeProperty.Architectures, Present.Arches, Request.Arches),
        .. Set(ChangeProperty.SigningKey, RepositorySettings.ShowKey(Present.Key), Request.Key is null ? null : RepositorySettings.ShowKey(Request.Key))
            .Select(c => c with { BeforeValues = DigestKey(Present.Key), AfterValues = DigestKey(Request.Key) }),
        .. Set(ChangeProperty.Enabled, "no", Request.Enabled is null ? null : "yes"),
    ];

    /// <summary>Compares a repository.</summary>
    public static UpdateRepository Find(PackageRepositoryRequest wanted, Kept present)
    {
        static IReadOnlyList<string>? Unless(IReadOnlyList<string> before, IReadOnlyList<string>? after) => after?.SameAs(before) == true ? null : after;

        return new(present, new()
        {
            Url = present.FullUrl == wanted.Url ? null : wanted.Url,
            Distributions = Unless(present.Distributions, wanted.Distributions),
            DisabledPockets = Unless(present.DisabledPockets, wanted.DisabledPockets),
            DisabledComponents = Unless(present.DisabledComponents, wanted.DisabledComponents),
            Components = Unless(present.Components, wanted.Components),
            Arches = Unless(present.Arches, wanted.Arches),
            Key = RepositorySettings.ReadKey(present.Key) == wanted.Key ? null : wanted.Key,
            Enabled = present.Enabled ? null : true,
        });
    }

    private static ChangeValues DigestKey(string? key) => ChangeValues.FromText(string.IsNullOrWhiteSpace(key) ? null : RequestValues.Digest(key.Trim()));

    private IEnumerable<PlannedChange> Set(ChangeProperty property, string? before, string? after) =>
        after is null ? [] : [Set(ResourceKind.PackageRepository, Present.Name, property, before, after)];

    private IEnumerable<PlannedChange> Set(ChangeProperty property, IReadOnlyList<string> before, IReadOnlyList<string>? after) =>
        Set(property, SiteSet.Show(before), after is null ? null : SiteSet.Show(after));
}

/// <summary>Removes a package repository.</summary>
/// <param name="Present">The repository in MAAS.</param>
internal sealed record DeleteRepository(Kept Present) : AccessOperation
{
    /// <inheritdoc/>
    public override bool IsRemoval => true;

    /// <inheritdoc/>
    public override ChangeValues? Found => new([new("url", UrlCredential.Hide(Present.Url) ?? "")]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Delete(ResourceKind.PackageRepository, Present.Name, Present.Url)];
}

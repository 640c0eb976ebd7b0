using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>Sets up the region's package repositories; Drydock's ConfigureNodeProvisioner.</summary>
internal sealed class RepositoryStep(MaasSession session, RepositoryStepOptions options) : ISiteStep
{
    public string Name => "SiteRepository";

    public IOperationExecutor<IMaasClient> Executor { get; } = new AccessExecutor();

    public IReadOnlyList<string> Targets(SiteDesign design) => [.. (design.Region?.Repositories ?? []).Select(r => r.Name)];

    public async Task<IReadOnlyList<SitePart>> PlanAsync(SiteDesign design, CancellationToken token) =>
        design.Region is { Repositories.Count: > 0 } region
            ? RepositoryPlanner.Plan(region, await (options.Listings ?? new(session.Client)).RepositoriesAsync(token).ConfigureAwait(false), options.Prune)
            : [];
}

/// <summary>Options of setting up package repositories.</summary>
public sealed record RepositoryStepOptions : PruningStepOptions;

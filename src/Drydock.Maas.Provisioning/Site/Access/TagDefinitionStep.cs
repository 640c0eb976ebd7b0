using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>Sets up the region's tags that MAAS assigns by what lshw finds.</summary>
internal sealed class TagDefinitionStep(MaasSession session, TagDefinitionStepOptions options) : ISiteStep
{
    public string Name => "SiteTag";

    public IOperationExecutor<IMaasClient> Executor { get; } = new AccessExecutor();

    public IReadOnlyList<string> Targets(SiteDesign design) => [.. (design.Region?.TagDefinitions ?? []).Select(t => t.Tag)];

    public async Task<IReadOnlyList<SitePart>> PlanAsync(SiteDesign design, CancellationToken token) =>
        design.Region is { } region && (options.Prune || region.TagDefinitions.Count > 0)
            ? TagDefinitionPlanner.Plan(region, await (options.Listings ?? new(session.Client)).TagsAsync(token).ConfigureAwait(false), options.Prune)
            : [];
}

/// <summary>Options of setting up automatic tags.</summary>
public sealed record TagDefinitionStepOptions : PruningStepOptions;

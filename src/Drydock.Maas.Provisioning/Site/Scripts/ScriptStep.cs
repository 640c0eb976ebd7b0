using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.Scripts;

/// <summary>
/// Uploads the commissioning and testing scripts that the site brings; Drydock's PrepareHardwareConfig, which Drydock never made.
/// </summary>
internal sealed class ScriptStep(MaasSession session, ScriptStepOptions options) : ISiteStep
{
    public string Name => "SiteScript";

    public IOperationExecutor<IMaasClient> Executor { get; } = new ScriptExecutor();

    public IReadOnlyList<string> Targets(SiteDesign design) => [.. options.Scripts.Select(s => s.Name)];

    public async Task<IReadOnlyList<SitePart>> PlanAsync(SiteDesign design, CancellationToken token)
    {
        if (options.Scripts.Count == 0)
            return [];
        var filter =
            new ScriptFilter { Filters = [.. options.Scripts.Select(s => s.Name).Distinct(StringComparer.Ordinal)], IncludeScript = true };
        return ScriptPlanner.Plan(
            options.Scripts, await session.Client.Scripts.ListAsync(filter, token).ConfigureAwait(false), options.Overwrite);
    }
}

/// <summary>Options of uploading scripts.</summary>
public sealed record ScriptStepOptions : SiteStepOptions
{
    /// <summary>Scripts that the site brings.</summary>
    public IReadOnlyList<SiteScript> Scripts { get; init; } = [];

    /// <summary>Replace a script of that name that somebody else uploaded.</summary>
    public bool Overwrite { get; init; }
}

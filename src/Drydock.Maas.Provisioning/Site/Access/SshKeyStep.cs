using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>Gives the connected user the region's SSH keys; Drydock's ConfigureUserCredentials.</summary>
internal sealed class SshKeyStep(MaasSession session, SshKeyStepOptions options) : ISiteStep
{
    public string Name => "SiteSshKey";

    public IOperationExecutor<IMaasClient> Executor { get; } = new AccessExecutor();

    public IReadOnlyList<string> Targets(SiteDesign design) => SshKeyPlanner.Targets(design.Region);

    public async Task<IReadOnlyList<SitePart>> PlanAsync(SiteDesign design, CancellationToken token) =>
        design.Region is { AuthorizedKeys.Count: > 0 } region
            ? SshKeyPlanner.Plan(region, await (options.Listings ?? new(session.Client)).KeysAsync(token).ConfigureAwait(false), options.Prune)
            : [];
}

/// <summary>Options of giving the connected user SSH keys.</summary>
public sealed record SshKeyStepOptions : PruningStepOptions;

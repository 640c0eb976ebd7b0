using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>A step of a site: it observes and plans; asking and applying are the run's.</summary>
internal interface ISiteStep
{
    /// <summary>The step's name in results.</summary>
    string Name { get; }

    /// <summary>What carries out the operations of its plans.</summary>
    IOperationExecutor<IMaasClient> Executor => new ExecutorSet<IMaasClient>();

    /// <summary>How long the step may take unless its options say; null for no limit.</summary>
    TimeSpan? DefaultTimeout => null;

    /// <summary>The things of the design that get a result each, in order.</summary>
    IReadOnlyList<string> Targets(SiteDesign design);

    /// <summary>Reads what MAAS holds and plans; one part for each thing that differs, more where things have to go.</summary>
    Task<IReadOnlyList<SitePart>> PlanAsync(SiteDesign design, CancellationToken token);

    /// <summary>Looks, after something was written, whether everything is there; errors by target.</summary>
    Task<IReadOnlyDictionary<string, NodeException>> VerifyAsync(SiteDesign design, CancellationToken token) =>
        Task.FromResult<IReadOnlyDictionary<string, NodeException>>(new Dictionary<string, NodeException>());
}

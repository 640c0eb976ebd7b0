using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Interrogate;

/// <summary>Collects what machines tell of themselves after a step.</summary>
/// <param name="step">The step.</param>
/// <param name="path">The folder that it is saved in; null for none.</param>
/// <param name="observer">Whom the step works for.</param>
internal sealed class BuildDataCollector(INodeStep step, string? path, IStepObserver observer)
{
    private readonly BuildDataFolder? _folder = path is null ? null : new(path);

    /// <summary>What cannot be collected is missing; the step itself has ended as it has.</summary>
    public async Task CollectAsync(NodeWork work, bool hasFailed, CancellationToken token)
    {
        try
        {
            work.BuildData = await step.CollectAsync(new NodeObservation(work.Node, work.Machine!, observer), hasFailed, token).ConfigureAwait(false);
            if (_folder is not null)
                await _folder.SaveAsync(work.BuildData, token).ConfigureAwait(false);
        }
        catch (Exception e) when (!step.IsReadOnly && e is MaasException or IOException or UnauthorizedAccessException)
        {
            observer.Warn($"{work.Node.Name}: its build data could not be collected: {e.Message}");
        }
    }
}

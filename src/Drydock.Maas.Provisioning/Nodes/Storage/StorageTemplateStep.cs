using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Works out nodes' storage against the disks MAAS knows, whatever state their machines are in.</summary>
internal sealed class StorageTemplateStep(MaasSession session, StorageTemplateStepOptions options) : INodeStep
{
    private readonly StorageObserver _observer = new(session, options.Timing);

    public string Name => "StorageTemplate";

    public bool IsReadOnly => true;

    public async Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var (node, machine, _) = observation;
        if (!node.DiskNames.Any() && node.SpecialMounts.Count == 0)
            return StorageStep.NoStorage(node);
        if (MachineState.IsUnexplored(machine))
            throw MachineState.Wrong(machine, "a storage plan", "Its disks are known after commissioning (Invoke-MaasCommission).");
        if (!node.DiskNames.Any())
            return await _observer.PlanAsync(node, machine, token).ConfigureAwait(false);
        var desired = await _observer.ReadAsync(node, machine, token).ConfigureAwait(false);
        var plan = await _observer.PlanAsync(node, machine, token).ConfigureAwait(false);
        return plan with { Messages = [.. plan.Messages, .. StorageSummary.Describe(desired)] };
    }
}

/// <summary>Options of working out the storage of nodes.</summary>
public sealed record StorageTemplateStepOptions : NodeStepOptions;

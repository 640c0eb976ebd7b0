using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Release;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Sets up partitions, volume groups, logical volumes and file systems.</summary>
internal sealed class StorageStep(MaasSession session, StorageStepOptions options) : INodeStep
{
    private readonly StorageObserver _observer = new(session, options.Timing);
    private readonly NodeLshw _lshw = NodeLshw.For(session);
    private readonly PrecedingRelease _release = new(session, options);

    public string Name => "Storage";

    public IOperationExecutor<MachineContext> Executor => new ExecutorSet<MachineContext>(new StorageExecutor(), _release.Executor);

    public MachineParts Uses => MachineParts.Storage;

    public MachineParts Writes => MachineParts.Storage;

    public async Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var (node, machine, observer) = observation;
        if (!node.DiskNames.Any() && node.SpecialMounts.Count == 0)
            return NoStorage(node);
        if (MachineState.IsUncommissioned(machine))
            return observer.PlanOnly
                ? NotYetKnown(machine)
                : throw MachineState.NotCommissioned(machine, "storage set-up");

        var disks = machine.BlockDevices.Where(d => d.Type == "physical").Select(d => d.Name);
        if (await _lshw.FitsAsync(observation, [.. node.DiskNames], disks, names => StorageObserver.IsAsDesigned(node, machine, names), token).ConfigureAwait(false))
            return Plan.Empty;
        var plan = await _observer.PlanAsync(node, machine, token).ConfigureAwait(false);
        return !plan.IsEmpty && (PrecedingRelease.IsNeeded(machine) || _release.IsOurAllocation(machine))
            ? await _release.BeforeAsync(observation, _ => Task.FromResult(plan)).ConfigureAwait(false)
            : StateRules.Storage.Admit(plan, machine, observer);
    }

    /// <summary>What of a commissioned machine's storage is not as designed, whatever its status allows.</summary>
    public async Task<IReadOnlyList<PlannedChange>> FindDifferencesAsync(DrydockNode node, Machine machine, CancellationToken token) =>
        node.DiskNames.Any() || node.SpecialMounts.Count > 0
            ? (await _observer.PlanAsync(node, machine, token).ConfigureAwait(false)).Changes
            : [];

    /// <summary>What there is to say about a node without storage.</summary>
    public static Plan NoStorage(DrydockNode node) =>
        new() { Messages = [$"Node {node.Name} has no storage in its design; MAAS's own layout stays."] };

    private static Plan NotYetKnown(Machine machine)
    {
        var change = Operation.Act(
            ChangeAction.SetStorage,
            ResourceKind.Machine,
            machine.ToString(),
            null,
            "as designed; its disks are known after commissioning",
            ChangeSeverity.Destructive);
        return new(new UnknownOperation([change]));
    }
}

/// <summary>Options of setting up the storage of nodes.</summary>
public sealed record StorageStepOptions : ReleasingStepOptions;

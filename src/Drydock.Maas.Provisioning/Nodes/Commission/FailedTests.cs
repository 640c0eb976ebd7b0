using System.Collections.Concurrent;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Commission;

/// <summary>
/// Machines whose failed tests were passed over, as MAAS commissions none in that status. It shows them as Ready from then on,
/// so that until they are commissioned this run has to know that they are not.
/// </summary>
internal sealed class FailedTests
{
    private const string Comment = "It is commissioned anew.";

    private readonly ConcurrentDictionary<string, bool> _overridden = new(StringComparer.Ordinal);

    /// <summary>Whether a machine is Ready only because its tests were passed over.</summary>
    public bool WereOverridden(Machine machine) => machine.StatusName == MachineState.Ready && _overridden.ContainsKey(machine.SystemId);

    /// <summary>Plans that a machine's failed tests are passed over; nothing for machines of other statuses.</summary>
    public void PlanOverride(PlanBuilder<MachineContext> builder, Machine machine)
    {
        if (machine.StatusName != MachineState.FailedTesting)
            return;
        var change = new PlannedChange
        {
            Action = ChangeAction.OverrideFailedTests,
            Kind = ResourceKind.Machine,
            Resource = machine.ToString(),
            Before = machine.StatusName,
            After = MachineState.Ready,
        };
        builder.Add(change, OverrideAsync);
    }

    /// <summary>The machine is being commissioned.</summary>
    public void Forget(string systemId) => _overridden.TryRemove(systemId, out _);

    private async Task OverrideAsync(MachineContext context, CancellationToken token)
    {
        // Noted first: an answer that is lost may have been a success.
        _overridden[context.SystemId] = true;
        context.Machine = await context.Client.Machines.OverrideFailedTestingAsync(context.SystemId, Comment, token).ConfigureAwait(false);
    }
}

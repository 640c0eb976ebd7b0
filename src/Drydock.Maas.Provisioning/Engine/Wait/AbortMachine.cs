using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>Breaks off what a machine is at.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Since">Since when it is at that.</param>
internal sealed record AbortMachine(Machine Machine, DateTimeOffset Since) : MachineOperation(Machine)
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
    [
        Act(
            ChangeAction.Abort,
            $"it has been so since {Since:u}",
            Machine.KnownStatus == MachineStatus.Deploying ? ChangeSeverity.Destructive : ChangeSeverity.Disruptive),
    ];
}

/// <summary>Carries out the breaking off.</summary>
/// <param name="note">Told of each machine that was broken off.</param>
internal sealed class AbortExecutor(Action<string> note) : FamilyExecutor<AbortMachine, MachineContext>
{
    private const string Comment = "It took longer than it may; it is begun anew.";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(AbortMachine operation, MachineContext context, CancellationToken token)
    {
        context.Machine = await context.Client.Machines.AbortAsync(context.SystemId, Comment, token).ConfigureAwait(false);
        note(context.SystemId);
    }
}

using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>Breaks off what a machine is at.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Since">Since when it is at that.</param>
internal sealed record AbortMachine(Machine Machine, DateTimeOffset Since) : MachineWrite(Machine)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        Act(
            ChangeAction.Abort,
            $"it has been so since {Since:u}",
            Machine.KnownStatus == MachineStatus.Deploying ? ChangeSeverity.Destructive : ChangeSeverity.Disruptive),
    ];
}

/// <summary>Waits until a machine is no longer at what was broken off: MAAS switches it off first.</summary>
/// <param name="Node">The node whose machine it is.</param>
/// <param name="Status">The status it had.</param>
internal sealed record AwaitAbort(DrydockNode Node, string Status) : WaitOperation(Node);

/// <summary>Carries out the breaking off.</summary>
/// <param name="session">The connection.</param>
/// <param name="timing">How long it may take.</param>
/// <param name="timedOutId">The error where it takes longer.</param>
/// <param name="note">Told of each machine that was broken off.</param>
internal sealed class AbortExecutor(MaasSession session, StepTiming timing, string timedOutId, Action<string> note) : IOperationExecutor<MachineContext>
{
    private const string Comment = "It took longer than it may; it is begun anew.";
    private readonly MachineWaiter _waiter = MachineWaiter.For(session, timing.TimeProvider);
    private readonly PollErrors _errors = new();

    /// <inheritdoc/>
    public bool Handles(Operation operation) => operation is AbortMachine or AwaitAbort;

    /// <inheritdoc/>
    public Task ExecuteAsync(Operation operation, MachineContext context, CancellationToken token) => operation switch
    {
        AbortMachine => AbortAsync(context, token),
        AwaitAbort wait => WaitAsync(wait, context, token),
        _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
    };

    private async Task AbortAsync(MachineContext context, CancellationToken token)
    {
        context.Machine = await context.Client.Machines.AbortAsync(context.SystemId, Comment, token).ConfigureAwait(false);
        note(context.SystemId);
    }

    private async Task WaitAsync(AwaitAbort wait, MachineContext context, CancellationToken token)
    {
        var (node, before) = wait;
        if (context.Machine.StatusName != before)
            return;
        try
        {
            context.Machine = await _waiter.WaitAsync(
                context.SystemId, m => m.StatusName == before, timing.PaceOn(session), timing.ReleaseTimeout, See, Miss, token).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new NodeException(
                timedOutId,
                $"Machine {context.Machine} ({context.SystemId}) of node {node.Name} is still {before}, {timing.ReleaseTimeout.TotalMinutes:0.#} minutes "
                + $"after it was broken off. Can MAAS switch it off? Look at its power in MAAS and at Get-MaasEvent {context.Machine.Hostname}, then run the step again.",
                e);
        }

        void Miss(MaasException error) => _errors.Add(error, context.Observer);

        void See(Machine machine)
        {
            _errors.Clear();
            context.Observer.Report(new StepProgress { Target = node.Name, Activity = "being broken off" });
        }
    }
}

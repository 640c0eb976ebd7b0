using System.Collections.Concurrent;
using System.Globalization;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>
/// Breaks off a commissioning or deployment that a run found under way and that takes longer than it may, and has it begun anew. What a run
/// began itself it does not break off: the next one does.
/// </summary>
internal sealed class StuckOperationReset(MaasSession session, StepTiming timing, IReadOnlyList<string> protectTags, TimeSpan defaultLimit, string timedOutId)
{
    private readonly StuckMachines _stuck = new(session, timing, protectTags, defaultLimit);
    private readonly ConcurrentDictionary<string, bool> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _brokenOff = new(StringComparer.Ordinal);

    private string Minutes => (timing.Timeout ?? defaultLimit).TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Whether a machine that was found at it, and was waited for in vain, may be looked at again.</summary>
    public bool MayRetry(MaasException failure, Machine machine) =>
        failure.ErrorId == timedOutId && MachineState.IsAtWork(machine) && _found.ContainsKey(machine.SystemId);

    /// <summary>Waits, and remembers what was waited for in vain: a further run of this session need not wait as long again.</summary>
    public async Task<Machine> RememberAsync(Machine machine, Func<Task<Machine>> waitAsync, CancellationToken token)
    {
        var since = timing.TimeProvider.GetTimestamp();
        try
        {
            return await waitAsync().ConfigureAwait(false);
        }
        catch (NodeException e) when (e.ErrorId == timedOutId)
        {
            await NoteAsync(machine.SystemId, since, token).ConfigureAwait(false);
            throw;
        }
    }

    private async Task NoteAsync(string systemId, long since, CancellationToken token)
    {
        try
        {
            var present = await session.Client.Machines.ListAsync(new() { SystemIds = [systemId] }, token).ConfigureAwait(false);
            if (present is [var machine])
                await _stuck.NoteAsync(machine, since, token).ConfigureAwait(false);
        }
        catch (MaasException)
        {
            // What is not remembered is waited for once more.
        }
    }

    /// <summary>What carries out the breaking off.</summary>
    public IOperationExecutor<MachineContext> Executor => new AbortExecutor(session, timing, timedOutId, id => _brokenOff[id] = true);

    /// <summary>Whether this run broke off what the machine was at.</summary>
    public bool HasBrokenOff(Machine machine) => _brokenOff.ContainsKey(machine.SystemId);

    /// <summary>The breaking off, followed by what is expected to be planned then; null for a machine that is still to be waited for.</summary>
    /// <param name="observation">The node and its machine.</param>
    /// <param name="nextStatus">What MAAS makes of a machine whose work is broken off.</param>
    /// <param name="planAsync">Plans for the machine as it will be.</param>
    /// <param name="token">Ends the reading.</param>
    public async Task<Plan?> PlanAsync(
        NodeObservation observation, MachineStatus nextStatus, Func<NodeObservation, Task<Plan>> planAsync, CancellationToken token)
    {
        var machine = observation.Machine;
        if (await _stuck.FindSinceAsync(machine, token).ConfigureAwait(false) is not { } since)
        {
            if (!observation.Observer.PlanOnly)
                _found[machine.SystemId] = true;
            return null;
        }

        _found.TryRemove(machine.SystemId, out _);
        var expected =
            await planAsync(observation with { Machine = machine with { StatusName = nextStatus.GetName() }, IsFollowUp = true }).ConfigureAwait(false);
        var message = $"Machine {machine} has been {machine.StatusName} since {since:u}, longer than the {Minutes} minutes it may take; "
            + "it is broken off and begun anew. Give it a longer time limit to wait on instead.";
        return new(new AbortMachine(machine, since))
        {
            Messages = [message, .. expected.Messages],
            FollowUp = new(expected, new AwaitAbort(observation.Node, machine.StatusName)),
        };
    }
}

using System.ComponentModel;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>A command that changes machines: each is asked about, several are changed at a time, each is written as it is then.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MachineChangeCommand : MachineTargetCommand
{
    private protected const int AtOnce = 16;

    /// <summary>Asks about each machine, changes those approved and writes them.</summary>
    protected sealed override void EndProcessing()
    {
        var machines = FindMachines();
        if (machines.Count == 0)
            return;
        Fetch(token => PrepareAsync(machines, token), machines[0].Session);
        var approved = machines.Where(IsToBeChanged).ToList();
        Thread.ForEach(token => ChangeAsync(approved, token), outcome =>
        {
            if (outcome.Error is null)
                WriteObject(outcome.Machine);
            else
                WriteError(outcome.Error.ToErrorRecord(outcome.Machine));
        });
    }

    /// <summary>Asks MAAS for what the machines themselves do not say, for all of them together.</summary>
    private protected virtual Task<bool> PrepareAsync(IReadOnlyList<MachineTarget> machines, CancellationToken token) => Task.FromResult(true);

    /// <summary>What is done to the machine, for ShouldProcess; null when it is so already.</summary>
    /// <exception cref="MaasException">It must not be done.</exception>
    private protected abstract string? Describe(Machine machine);

    /// <summary>Whether MAAS does it to a locked machine as well.</summary>
    private protected virtual bool IsForLocked => false;

    /// <summary>How much is lost if the change was not meant for this machine.</summary>
    private protected virtual ConfirmImpact ImpactOn(Machine machine) => ConfirmImpact.Medium;

    /// <summary>Changes the machine; its new state.</summary>
    private protected abstract Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token);

    private bool IsToBeChanged(MachineTarget target)
    {
        var machine = target.Machine;
        try
        {
            if (Describe(machine) is { } action)
            {
                if (machine.Locked && !IsForLocked)
                    throw NodeException.RefuseLocked(machine);
                return IsApproved($"{machine} ({machine.SystemId})", action, ImpactOn(machine));
            }
        }
        catch (MaasException e)
        {
            WriteError(e.ToErrorRecord(machine));
            return false;
        }

        WriteVerbose($"{machine} is as it is wanted.");
        WriteObject(machine);
        return false;
    }

    private async IAsyncEnumerable<(Machine Machine, MaasException? Error)> ChangeAsync(
        List<MachineTarget> machines, [EnumeratorCancellation] CancellationToken token)
    {
        var outcomes = Channel.CreateUnbounded<(Machine, MaasException?)>();
        var work = Parallel.ForEachAsync(
            machines,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token },
            async (machine, stop) => outcomes.Writer.TryWrite(await TryAsync(machine, stop).ConfigureAwait(false)));
        _ = work.ContinueWith(
            done => outcomes.Writer.TryComplete(done.Exception),
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
        await foreach (var outcome in outcomes.Reader.ReadAllAsync(token).ConfigureAwait(false))
            yield return outcome;
        await work.ConfigureAwait(false);
    }

    private async Task<(Machine, MaasException?)> TryAsync(MachineTarget target, CancellationToken token)
    {
        try
        {
            return (await ChangeAsync(target.Session.Client, target.Machine, token).ConfigureAwait(false), null);
        }
        catch (MaasException e)
        {
            return (target.Machine, e);
        }
    }
}

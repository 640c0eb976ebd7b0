using System.ComponentModel;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that changes machines: each is asked about, several are changed at a time, each is written as it is then.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MachineChangeCommand : MachineTargetCommand
{
    private const int AtOnce = 16;

    /// <summary>Asks about each machine, changes those approved and writes them.</summary>
    protected sealed override void EndProcessing()
    {
        var approved = FindMachines().Where(IsToBeChanged).ToList();
        ForEach(token => ChangeAsync(approved, token), outcome =>
        {
            if (outcome.Error is null)
                WriteObject(outcome.Machine);
            else
                WriteError(outcome.Error.ToErrorRecord(outcome.Machine));
        });
    }

    /// <summary>What is done to the machine, for ShouldProcess; null when it is so already.</summary>
    private protected abstract string? Describe(Machine machine);

    /// <summary>Changes the machine; its new state.</summary>
    private protected abstract Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token);

    private bool IsToBeChanged(Machine machine)
    {
        if (Describe(machine) is { } action)
            return ShouldProcess($"{machine} ({machine.SystemId})", action);
        WriteVerbose($"{machine} is as it is wanted.");
        WriteObject(machine);
        return false;
    }

    private async IAsyncEnumerable<(Machine Machine, MaasException? Error)> ChangeAsync(
        List<Machine> machines, [EnumeratorCancellation] CancellationToken token)
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

    private async Task<(Machine, MaasException?)> TryAsync(Machine machine, CancellationToken token)
    {
        try
        {
            return (await ChangeAsync(Connection.Client, machine, token).ConfigureAwait(false), null);
        }
        catch (MaasException e)
        {
            return (machine, e);
        }
    }
}

using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Interrogate;

namespace Drydock.Maas.Provisioning;

/// <summary>One step for any number of nodes at once: observe, plan, ask, apply, wait. A command makes one and gives it node after node.</summary>
public sealed class NodeStepRun : INodeWorker
{
    private readonly MaasSession _session;
    private readonly INodeStep _step;
    private readonly NodeMachineFinder _machines;
    private readonly BuildDataCollector _buildData;
    private readonly StepPass _pass;
    private readonly IStepObserver _observer;
    private readonly NodeStepOptions _options;

    private NodeStepRun(MaasSession session, INodeStep step, NodeStepOptions options, IStepObserver observer)
    {
        _session = session;
        _step = step;
        _observer = observer;
        _options = options;
        _machines = new NodeMachineFinder(session, step, options.Timing);
        _buildData = new BuildDataCollector(step, options.BuildDataPath, observer);
        _pass = new StepPass(session, step, _machines.ReadAgainAsync, observer);
    }

    private TimeProvider Time => _options.Timing.TimeProvider;

    /// <summary>Makes a run.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="options">Which step it is, and how it is carried out.</param>
    /// <param name="observer">Whom it works for.</param>
    public static NodeStepRun Create(MaasSession session, NodeStepOptions options, IStepObserver observer)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(observer);
        var begun = options with { Timing = options.Timing.Begun() };
        return new NodeStepRun(session, StepFactory.Create(session, begun), begun, observer);
    }

    /// <summary>Takes the step with one node. Never throws, except when cancelled: what goes wrong is in the result.</summary>
    public async Task<DrydockStepResult> RunAsync(NodeStepInput input, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(input);
        var work = new NodeWork(input, Time);
        try
        {
            await WithinLimitAsync(work, token).ConfigureAwait(false);
        }
        catch (NodeException e) when (_step.AcceptsAbsence && e.ErrorId == ErrorIds.MachineNotFound)
        {
            work.AddMessages([$"MAAS has no machine for node {work.Node.Name} any more; there is nothing left to do."]);
            work.End();
        }
        catch (NodeException e) when (!_step.RefusesRacks && e.ErrorId == ErrorIds.RackControllerNotTouched)
        {
            work.AddMessages([e.Message]);
            work.End();
        }
        catch (Exception e) when (e is not OperationCanceledException || !token.IsCancellationRequested)
        {
            work.Fail(NameNode(work, e));
        }

        return work.ToResult(_step.Name, _session);
    }

    /// <summary>Leaves alone what has taken the place of a machine that this task has dealt with.</summary>
    private void LeaveNewcomer(NodeWork work, Machine machine)
    {
        var text = $"Node {work.Node.Name} was destroyed before this task was interrupted; machine {machine} ({machine.SystemId}, {machine.StatusName}) has come since "
            + "and is left alone. Begin a new task (Invoke-DrydockTask) to destroy it as well.";
        _observer.Warn(text);
        work.AddMessages([text]);
        work.End();
    }

    /// <inheritdoc/>
    async Task<DrydockStepResult?> INodeWorker.CheckAheadAsync(NodeStepInput input, CancellationToken token)
    {
        var work = new NodeWork(input, Time);
        try
        {
            await _step.CheckAheadAsync(input.Node, input.Machine, token).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is NodeException or DesignException)
        {
            work.Fail(e);
            return work.ToResult(_step.Name, _session);
        }
        catch (MaasException)
        {
            // What MAAS does not answer now it may answer when the step is taken, which tells it otherwise.
            return null;
        }
    }

    /// <summary>A machine that is gone is known by its id only: the node says which it was.</summary>
    private static Exception NameNode(NodeWork work, Exception error) =>
        error is RemovedMachineException ? new NodeException(ErrorIds.MachineNotFound, $"Node {work.Node.Name}: {error.Message}", error) : error;

    /// <summary>A step that waits has its time limit where it waits; the others are limited as a whole.</summary>
    private async Task WithinLimitAsync(NodeWork work, CancellationToken token)
    {
        if (_step.Waits || _options.Timing.Timeout is not { } limit)
        {
            await WorkAsync(work, token).ConfigureAwait(false);
            return;
        }

        using var timer = new CancellationTokenSource(limit, Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, token);
        try
        {
            await WorkAsync(work, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (timer.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new NodeException(
                ErrorIds.StepTimedOut,
                $"{_step.Name} of node {work.Node.Name} was not done after {limit.TotalMinutes:0.#} minutes. Run it again to go on from there.",
                e);
        }
    }

    private async Task WorkAsync(NodeWork work, CancellationToken token)
    {
        if (_observer.PlanOnly && AbsentMachine.Is(work.Known) && !_step.MakesMachines)
        {
            work.AddMessages([$"Planned when MAAS has a machine for node {work.Node.Name}."]);
            work.Status = StepStatus.Planned;
            return;
        }

        work.Machine = await _machines.FindAsync(work, token).ConfigureAwait(false);
        if (!work.MayTake(work.Machine))
        {
            LeaveNewcomer(work, work.Machine);
            return;
        }

        for (var retries = 0; ; retries++)
        {
            if (await CarryOutAsync(work, retries, token).ConfigureAwait(false) is not { } carriesOn)
                continue;
            if (!carriesOn || await IsCompleteAsync(work, retries, token).ConfigureAwait(false))
                break;
        }

        if (_step.IsReadOnly || (work.Status == StepStatus.Changed && !_options.LeaveBuildData))
            await _buildData.CollectAsync(work, false, token).ConfigureAwait(false);
    }

    /// <summary>Whether there is something to wait for; null when MAAS failed at a request and the step is to be tried again.</summary>
    private async Task<bool?> CarryOutAsync(NodeWork work, int retries, CancellationToken token)
    {
        try
        {
            return await _pass.CarryOutAsync(work, retries, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (retries < _options.RetryCount && e is { StatusCode: >= 500, IsFinal: false } && _step.MayRetry(e, work.Machine!))
        {
            work.Machine = await _machines.ReadAsync(work, work.Machine!.SystemId, token).ConfigureAwait(false);
            AnnounceRetry(work, e, retries);
            return null;
        }
    }

    private async Task<bool> IsCompleteAsync(NodeWork work, int retries, CancellationToken token)
    {
        try
        {
            var written = work.Machine!;
            work.Machine = await _step.CompleteAsync(new NodeObservation(work.Node, written, _observer), token).ConfigureAwait(false);
            if (ReferenceEquals(written, work.Machine))
                work.NoteWrites(_step.Writes);
            else
                work.NoteReading(new(_session, Time.GetTimestamp()), work.Machine);
            work.End();
            return true;
        }
        catch (NodeException e) when (e.ErrorId != ErrorIds.MachineNotFound)
        {
            var isKnown = await LookAgainAsync(work, token).ConfigureAwait(false);
            if (!isKnown || retries >= _options.RetryCount || !_step.MayRetry(e, work.Machine!))
            {
                await _buildData.CollectAsync(work, true, token).ConfigureAwait(false);
                throw;
            }

            AnnounceRetry(work, e, retries);
            _step.Forget();
            return false;
        }
    }

    /// <summary>Reads the machine as its failure left it; where MAAS cannot be asked, the failure is still what there is to tell.</summary>
    private async Task<bool> LookAgainAsync(NodeWork work, CancellationToken token)
    {
        try
        {
            work.Machine = await _machines.ReadAsync(work, work.Machine!.SystemId, token).ConfigureAwait(false);
            return true;
        }
        catch (MaasException e) when (e is not NodeException)
        {
            _observer.ReportDetail($"{work.Node.Name}: its machine could not be read after that. {e.Message}");
            return false;
        }
    }

    private void AnnounceRetry(NodeWork work, MaasException failure, int retries)
    {
        var text = $"{failure.Message} It is tried again, {retries + 1} of {_options.RetryCount} times.";
        _observer.Warn($"{work.Node.Name}: {text}");
        work.AddMessages([text]);
    }
}

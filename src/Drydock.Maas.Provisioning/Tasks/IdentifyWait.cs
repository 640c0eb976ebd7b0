using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>
/// Names machines; where asked, those that MAAS does not know yet are waited for together, in a constant number of requests a look.
/// </summary>
internal sealed class IdentifyWait : INodeWorker
{
    private readonly TaskEnvironment _environment;
    private readonly TaskStep _step;
    private readonly NodeStepRun _first;
    private readonly SharedRounds<NodeStepRun> _rounds;
    private readonly PollErrors _errors = new();

    public IdentifyWait(TaskStep step, TaskEnvironment environment)
    {
        _step = step;
        _environment = environment;
        _first = NewRun();
        _rounds = new(NewRun, environment.Request.Timing.PaceOn(environment.Session).Longest, environment.Time);
    }

    public async Task<DrydockStepResult> RunAsync(NodeStepInput input, CancellationToken token)
    {
        var start = _environment.Time.GetTimestamp();
        var result = await _first.RunAsync(input, token).ConfigureAwait(false);
        while (MayAppear(result) && _environment.Time.GetElapsedTime(start) < _environment.Timeouts[_step.Timeout])
        {
            ReportWait(input);
            var run = await _rounds.NextAsync(token).ConfigureAwait(false);
            var next = await run.RunAsync(input, token).ConfigureAwait(false);
            if (IsFailedLook(next))
                _errors.Add((MaasException)next.Error!, _environment.CreateObserver(_step));
            else
                result = next;
        }

        return result;
    }

    private bool MayAppear(DrydockStepResult result) =>
        _environment.Request.Settings.WaitForEnlistment && !_environment.Observer.PlanOnly
            && (result.Error is NodeException { ErrorId: ErrorIds.MachineNotFound } || IsFailedLook(result));

    /// <summary>MAAS did not answer: the machine may still be enlisted.</summary>
    private static bool IsFailedLook(DrydockStepResult result) =>
        result.Error is MaasConnectionException { WriteMayHaveHappened: false } or MaasApiException { StatusCode: 401 or 429 or >= 500, Method: "GET" };

    private void ReportWait(NodeStepInput input)
    {
        _environment.Tracker.Report(_step.Name, new StepProgress { Target = input.Node.Name, Activity = "waiting for MAAS to enlist it" });
        _environment.Observer.RefreshProgress();
    }

    // A run reads power addresses once; a new one sees machines that have appeared since.
    private NodeStepRun NewRun() =>
        TaskSteps.CreateRun(_step, _environment, _environment.Request.Settings.IdentityOptions);
}

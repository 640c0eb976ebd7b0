using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>Waits until a machine reaches a status, and says why when it does not.</summary>
internal sealed class StatusWait(MaasSession session, StepTiming timing, IReadOnlyList<string> protectTags, TimeSpan defaultTimeout, string failedId, string timedOutId)
{
    private readonly MachineWaiter _waiter = MachineWaiter.For(session, timing.TimeProvider);
    private readonly PollErrors _errors = new();

    /// <summary>Waits for the goal, or another state that is as good; a machine that ends elsewhere, or takes too long, is an error.</summary>
    public async Task<Machine> UntilAsync(
        NodeObservation observation, MachineStatus goal, Func<Machine, bool> isEnd, CancellationToken token, params IReadOnlyList<MachineStatus> orGoals)
    {
        var timeout = timing.Timeout ?? defaultTimeout;
        var node = observation.Node.Name;
        var last = observation.Machine;
        try
        {
            last = await _waiter.WaitAsync(last.SystemId, m => !IsGoal(m) && !isEnd(m), timing.PaceOn(session), timeout, See, Miss, token)
                .ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new NodeException(
                timedOutId,
                $"Machine {last} ({last.SystemId}) of node {node} is still {last.StatusName} after {timeout.TotalMinutes:0.##} minutes{DescribeMessage(last)}. "
                + (_errors.Last is { } error ? $"MAAS could not be asked at the end: {error.Message} " : "") + Advice(last),
                e);
        }

        if (IsGoal(last))
            return last;
        var reason = MachineState.HasFailed(last)
            ? await FailedScripts.DescribeAsync(session.Client, last, token).ConfigureAwait(false)
            : "Somebody else ended it meanwhile; run the step again to go on from there.";
        throw new NodeException(failedId, $"Machine {last} ({last.SystemId}) of node {node} ended as {last.StatusName} instead of {goal.GetName()}. {reason}");

        bool IsGoal(Machine machine) => machine.KnownStatus is { } status && (status == goal || orGoals.Contains(status));

        void Miss(MaasException error) => _errors.Add(error, observation.Observer);

        void See(Machine machine)
        {
            last = machine;
            _errors.Clear();
            observation.Observer.Report(new StepProgress { Target = node, Activity = Activity(machine) });
        }
    }

    private static string DescribeMessage(Machine machine) =>
        string.IsNullOrWhiteSpace(machine.StatusMessage) || machine.StatusMessage == machine.StatusName ? "" : $" (MAAS: {machine.StatusMessage.Trim()})";

    private string Advice(Machine machine)
    {
        const string Again = "run the step again to wait longer";
        if (!MachineState.IsAtWork(machine))
            return $"It goes on in MAAS; {Again}.";
        var look = $"It goes on in MAAS; its console and Get-MaasEvent {machine.Hostname} tell what it is at.";
        if (machine.Owner is { Length: > 0 } owner && owner != session.User.Username)
            return $"{look} It is {owner}'s, so it is not broken off: ask {owner}, or {Again}.";
        if (MachineProtection.FindTags(machine, protectTags) is { Count: > 0 } tags)
            return $"{look} Its tag {string.Join(", ", tags)} protects it from being broken off: {Again}, or Stop-MaasOperation {machine.Hostname}.";
        return $"{look} Run the step again: should it not end then either, it is broken off and begun anew. "
            + $"Give a longer time limit to wait longer instead, or break it off at once: Stop-MaasOperation {machine.Hostname}.";
    }

    private static string Activity(Machine machine) =>
        string.IsNullOrWhiteSpace(machine.StatusMessage) || machine.StatusMessage == machine.StatusName
            ? machine.StatusName
            : $"{machine.StatusName}: {machine.StatusMessage}";
}

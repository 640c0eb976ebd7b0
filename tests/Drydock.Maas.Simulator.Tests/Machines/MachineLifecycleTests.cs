using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Recordings;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>The tables of the life cycle, held to MAAS's own table of the ways between statuses.</summary>
public sealed class MachineLifecycleTests
{
    private static readonly JsonNode Recorded =
        JsonNode.Parse(File.ReadAllText(Path.Combine(RecordedFile.RepositoryFolder, "maas-3.4.10-status-transitions.json")))!;

    private static IEnumerable<LifecycleStage> Stages =>
        Enum.GetValues<MachineStatus>().Select(MachineLifecycle.FindStage).OfType<LifecycleStage>();

    [Fact]
    public void Operations_lead_where_MAAS_lets_a_machine_go() => Assert.Empty(
        from operation in MachineLifecycle.Operations
        from status in operation.From
        let before = operation == MachineLifecycle.Deploy ? MachineStatus.Allocated : status
        where operation.To.Length > 0 && !operation.To.Any(next => IsAllowed(before, next))
        select $"{operation.Name}: {status}");

    [Fact]
    public void A_machine_is_tested_and_rescued_in_every_status_MAAS_lets_it()
    {
        Assert.Equal(StatusesBefore(MachineStatus.Testing).Except([MachineStatus.Commissioning]), MachineLifecycle.Test.From.Order());
        Assert.Equal(
            StatusesBefore(MachineStatus.EnteringRescueMode).Append(MachineStatus.EnteringRescueMode).Order(),
            MachineLifecycle.EnterRescueMode.From.Order());
        Assert.Equal(
            StatusesBefore(MachineStatus.ExitingRescueMode).Append(MachineStatus.ExitingRescueMode).Order(),
            MachineLifecycle.ExitRescueMode.From.Order());
    }

    [Fact]
    public void Stages_end_where_MAAS_lets_a_machine_go()
    {
        var ways = from stage in Stages
                   from history in HistoriesOf(stage.Status)
                   from next in new[] { stage.Next(history), stage.Failed, stage.Aborted?.Invoke(history) ?? stage.Failed }
                   where !IsAllowed(stage.Status, next)
                   select $"{stage.Status} after {history.PreviousStatus}: {next}";

        Assert.Empty(ways.Distinct());
    }

    [Fact]
    public void Every_status_that_can_fail_is_a_stage()
    {
        var failures = Recorded["failures"]!.AsObject().Select(entry => (
            (MachineStatus)int.Parse(entry.Key, CultureInfo.InvariantCulture), (MachineStatus)entry.Value!.GetValue<int>()));

        Assert.Equal(failures.Order(), Stages.Select(stage => (stage.Status, stage.Failed)).Order());
    }

    /// <summary>What a machine in a status may have been before; tests and rescue mode do not count.</summary>
    private static IEnumerable<History> HistoriesOf(MachineStatus status) =>
        from previous in StatusesBefore(status)
        where !previous.IsRescue()
        from passed in new[] { false, true }
        select new History(previous, passed);

    private static IEnumerable<MachineStatus> StatusesBefore(MachineStatus next) =>
        Enum.GetValues<MachineStatus>().Where(status => status != next && IsAllowed(status, next));

    /// <summary>MAAS lets a status stay what it is.</summary>
    private static bool IsAllowed(MachineStatus status, MachineStatus next) => status == next
        || Recorded["transitions"]![((int)status).ToString(CultureInfo.InvariantCulture)]!.AsArray().Any(one => one!.GetValue<int>() == (int)next);

    private sealed record History(MachineStatus PreviousStatus, bool CommissioningPassed) : IMachineHistory;
}

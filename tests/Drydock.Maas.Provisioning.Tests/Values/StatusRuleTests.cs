using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.Values;

/// <summary>What steps make of a status agrees with what MAAS takes an operation in, by the table of the simulator, which is held to MAAS's own.</summary>
public sealed class StatusRuleTests
{
    [Fact]
    public void What_needs_deployment_MAAS_deploys() =>
        AssertSame(MachineLifecycle.Deploy, StatusRule.Deploy.FindAll(StatusMeaning.Needed));

    [Fact]
    public void What_needs_release_MAAS_releases() =>
        AssertSame(MachineLifecycle.Release, StatusRule.Release.FindAll(StatusMeaning.Needed));

    [Fact]
    public void What_needs_commissioning_or_had_it_MAAS_commissions_once_failed_tests_are_passed_over() => AssertSame(
        MachineLifecycle.Commission,
        StatusRule.Commission.FindAll(StatusMeaning.Needed, StatusMeaning.Done).Where(s => !MachineLifecycle.OverrideFailedTesting.IsTakenIn(s)));

    [Fact]
    public void What_is_broken_off_MAAS_aborts() => AssertSame(MachineLifecycle.Abort, StatusRule.TakesAbort);

    [Fact]
    public void What_is_past_deployment_is_released_or_being_so() => Assert.All(
        StatusRule.Deploy.FindAll(StatusMeaning.Past),
        s => Assert.True(StatusRule.Release.Judge(s) is StatusMeaning.Needed or StatusMeaning.UnderWay, s.ToString()));

    [Fact]
    public void A_status_of_a_later_MAAS_means_nothing() => Assert.Equal(StatusMeaning.Unknown, StatusRule.Release.Judge(null));

    private static void AssertSame(MachineOperation operation, IEnumerable<MachineStatus> statuses) =>
        Assert.Equal(operation.From.Order(), statuses.Order());
}

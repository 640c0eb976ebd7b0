using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Tests.Engine.Plans;

/// <summary>A saved plan allows what it says, less, and the repetition of it after a failure; anything beyond it not.</summary>
public sealed class ApprovedChangesTests
{
    private static readonly PlannedChange Mtu = Set(ResourceKind.Interface, "eno1", ChangeProperty.Mtu, "1500", "9000");
    private static readonly PlannedChange Layout = Act(ChangeAction.SetStorageLayout, "root on sda", "flat on sda") with { Severity = ChangeSeverity.Destructive };
    private static readonly PlannedChange Deploy = Act(ChangeAction.Deploy, "Ready", "jammy") with { Severity = ChangeSeverity.Destructive };

    [Fact]
    public void What_it_says_and_less_is_within_it()
    {
        Assert.Null(Excess([Mtu, Layout], [Mtu, Layout]));
        Assert.Null(Excess([Mtu, Layout], [Layout]));
        Assert.Null(Excess([Mtu], []));
    }

    [Fact]
    public void What_it_does_not_say_is_named() =>
        Assert.Contains("set mtu of Interface eno1: 1500 -> 9000 is not in it", Excess([Layout], [Mtu, Layout]), StringComparison.Ordinal);

    [Fact]
    public void Another_value_is_told_with_the_approved_one() => Assert.Contains(
        "1500 -> 8000, where it says: set mtu of Interface eno1: 1500 -> 9000", Excess([Mtu], [Mtu with { After = "8000" }]), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_moved_since_is_told() =>
        Assert.Contains("it was 1500 then and is 1400 now", Excess([Mtu], [Mtu with { Before = "1400" }]), StringComparison.Ordinal);

    [Fact]
    public void What_would_be_destroyed_has_to_be_what_was_shown() =>
        Assert.Contains("it was root on sda then and is root on sda, data on sdb now", Excess([Layout], [Layout with { Before = "root on sda, data on sdb" }]), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_an_approved_change_altered_is_within_it()
    {
        var format = Disk(ChangeAction.Format, "sda1", null, "xfs");
        var mount = Disk(ChangeAction.Mount, "sda1", null, "xfs at /data");
        Assert.Null(Excess([format, mount], [mount with { Before = "xfs (not mounted)" }]));
        Assert.NotNull(Excess([mount], [mount with { Before = "xfs (not mounted)" }]));
    }

    [Fact]
    public void Tags_that_came_meanwhile_are_no_excess()
    {
        var tag = Set(ResourceKind.Machine, "n1", ChangeProperty.Tags, "a", "+worker");
        Assert.Null(Excess([tag], [tag with { Before = "a, b" }]));
    }

    [Theory]
    [InlineData("Allocated")]
    [InlineData("Failed deployment")]
    public void An_approved_deployment_may_be_repeated_after_a_failure(string status) =>
        Assert.Null(Excess([Deploy], [Deploy with { Before = status }, Act(ChangeAction.Allocate, "Ready", null)]));

    [Theory]
    [InlineData("Failed deployment", true)]
    [InlineData("Deployed", false)]
    public void A_failed_deployment_may_be_released_for_that_and_no_other_machine(string status, bool isWithin)
    {
        var release = Act(ChangeAction.Release, status, $"it is {status}") with { Severity = ChangeSeverity.Destructive };
        Assert.Equal(isWithin, Excess([Deploy], [release, Deploy]) is null);
    }

    [Fact]
    public void A_deployment_of_something_else_is_beyond_it() => Assert.NotNull(Excess([Deploy], [Deploy with { After = "noble" }]));

    [Fact]
    public void A_machine_is_known_by_its_id_and_not_by_its_name()
    {
        Assert.Null(Excess([Deploy], [Deploy with { Resource = "n1" }]));
        Assert.Contains("was machine abc then and is machine def now", Excess([Deploy], [Deploy], "def"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_known_allows_nothing()
    {
        var unknown = Act(ChangeAction.SetNetwork, null, "as designed") with { IsKnown = false };
        var approved = Approve([unknown]);
        Assert.True(approved.WasUnknown);
        Assert.NotNull(approved.FindExcess([Mtu], "abc"));
    }

    private static string? Excess(IReadOnlyList<PlannedChange> approved, IReadOnlyList<PlannedChange> planned, string systemId = "abc") =>
        Approve(approved).FindExcess(planned, systemId)?.Message;

    private static ApprovedChanges Approve(IReadOnlyList<PlannedChange> changes)
    {
        var part = new DrydockPlanPart { Step = "Network", Target = "n1", SystemId = "abc", Changes = changes, IsKnown = changes.All(c => c.IsKnown) };
        var plan = new DrydockPlan
        {
            DesignFingerprint = "F00D", MaasUrl = new("http://maas.example.com:5240/MAAS"), CreatedAt = DateTimeOffset.UnixEpoch, Parts = [part],
        };
        return new(plan, "Network", "n1");
    }

    private static PlannedChange Set(ResourceKind kind, string name, ChangeProperty property, string? before, string? after) =>
        new() { Action = ChangeAction.Update, Kind = kind, Resource = name, Property = property, Before = before, After = after };

    private static PlannedChange Disk(ChangeAction action, string name, string? before, string? after) =>
        new() { Action = action, Kind = ResourceKind.Partition, Resource = name, Before = before, After = after };

    private static PlannedChange Act(ChangeAction action, string? before, string? after) =>
        new() { Action = action, Kind = ResourceKind.Machine, Resource = "fair-badger", Before = before, After = after };
}

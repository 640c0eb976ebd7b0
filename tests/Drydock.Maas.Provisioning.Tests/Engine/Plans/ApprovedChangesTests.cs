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
        Assert.Contains("it was root on sda then and is root on sda, data on sdb now", Excess([Layout], [Layout with { Before = "root on sda, data on sdb", BeforeValues = ChangeValues.FromText("root on sda, data on sdb") }]), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_an_approved_change_has_altered_since_is_within_it()
    {
        var format = Disk(ChangeAction.Format, "sda1", null, "xfs") with { Effects = [new(ResourceKind.Partition, "sda1", ChangeProperty.Mount)] };
        var mount = Disk(ChangeAction.Mount, "sda1", "ext4 at /old", "xfs at /data");
        Assert.Null(Excess([format, mount], [mount with { Before = null }]));
        Assert.NotNull(Excess([format, mount], [format, mount with { Before = null }]));
        Assert.NotNull(Excess([format, mount], [mount with { Before = "ext4 at /other" }]));
        Assert.NotNull(Excess([mount], [mount with { Before = null }]));
    }

    [Fact]
    public void A_value_that_somebody_else_changed_is_told_whatever_else_of_the_resource_is_approved()
    {
        var gateway = Set(ResourceKind.Subnet, "10.61.0.0/22", ChangeProperty.Gateway, null, "10.61.0.1");
        var servers = Set(ResourceKind.Subnet, "10.61.0.0/22", ChangeProperty.DnsServers, null, "10.61.0.2");
        Assert.Contains("it was (none) then and is 8.8.8.8 now", Excess([gateway, servers], [gateway, servers with { Before = "8.8.8.8" }]), StringComparison.Ordinal);
        Assert.Contains("it was (none) then and is 8.8.8.8 now", Excess([gateway, servers], [servers with { Before = "8.8.8.8" }]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_of_somebody_else_is_not_the_one_that_was_to_go()
    {
        var unlink = Disk(ChangeAction.Delete, "eno1", "auto 10.1.0.0/24", null) with { Kind = ResourceKind.Link };
        Assert.NotNull(Excess([Mtu, unlink], [unlink with { Before = "static 10.1.0.200" }]));
    }

    [Fact]
    public void Another_disk_of_the_same_name_is_another_disk()
    {
        var partition = Disk(ChangeAction.Create, "sdb/data", null, "240.05 GB") with { Subjects = [new(ResourceKind.BlockDevice, "sdb", "S1", 480_103_981_056)] };
        var other = partition with { Subjects = [new(ResourceKind.BlockDevice, "sdb", "KEEPME", 480_133_981_056)] };
        Assert.Contains("it was sdb (S1, 480103981056 bytes) then and is sdb (KEEPME, 480133981056 bytes) now", Excess([partition], [other]), StringComparison.Ordinal);
        Assert.Null(Excess([partition], [partition]));
    }

    [Fact]
    public void A_disk_that_came_since_is_not_cleared_with_the_others()
    {
        var (a, b) = (new ChangeSubject(ResourceKind.BlockDevice, "sda", "S1", 10), new ChangeSubject(ResourceKind.BlockDevice, "sdc", "KEEPME", 2_000_000_000_000));
        Assert.Contains("sdc (KEEPME, 2000000000000 bytes) was not there then", Excess([Layout with { Subjects = [a] }], [Layout with { Subjects = [a, b] }]), StringComparison.Ordinal);
        Assert.Null(Excess([Layout with { Subjects = [a, b] }], [Layout with { Subjects = [a] }]));
    }

    [Fact]
    public void Another_value_in_the_same_words_is_another_value()
    {
        var commission = Act(ChangeAction.Commission, "New", null) with { AfterValues = new([new("testingScripts", "none")]) };
        var tested = commission with { AfterValues = new([new("testingScripts", "badblocks-destructive")]) };
        Assert.Contains("testingScripts badblocks-destructive instead of none", Excess([commission], [tested]), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_words_for_the_same_value_are_the_same() => Assert.Null(Excess([Mtu with { BeforeValues = ChangeValues.FromText("1500") }], [Mtu with { Before = "1500 of its VLAN", BeforeValues = ChangeValues.FromText("1500") }]));

    [Theory]
    [InlineData("Ready", false)]
    [InlineData("New", true)]
    [InlineData("Failed commissioning", true)]
    public void An_approved_commissioning_is_repeated_after_a_failure_only(string status, bool isWithin)
    {
        var commission = Act(ChangeAction.Commission, "New", null);
        Assert.Equal(isWithin, Excess([commission], [Act(ChangeAction.Commission, status, null)]) is null);
    }

    [Fact]
    public void A_release_is_approved_for_one_deployment_and_one_way_of_erasing()
    {
        var release = Release("Deployed", 7);
        Assert.Null(Excess([release], [release]));
        Assert.NotNull(Excess([release], [Release("Deployed", 8)]));
        Assert.NotNull(Excess([release], [Release("Deployed", 7, "quickErase")]));
        Assert.NotNull(Excess([release], [Release("Releasing failed", 0, "quickErase")]));
        Assert.Null(Excess([release], [Release("Releasing failed", 0)]));
        Assert.NotNull(Excess([Deploy], [Release("Failed deployment", 7, "erase"), Deploy]));
    }

    [Theory]
    [InlineData("Allocated")]
    [InlineData("Failed deployment")]
    public void An_approved_deployment_may_be_repeated_after_a_failure(string status) =>
        Assert.Null(Excess([Deploy], [Deploy with { Before = status, BeforeValues = StatusOf(status) }, Act(ChangeAction.Allocate, "Ready", null)]));

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
            DesignFingerprint = "F00D", MaasUrl = new("http://maas.example.com:5240/MAAS"), Parts = [part],
        };
        return new(plan, "Network", "n1");
    }

    private static PlannedChange Set(ResourceKind kind, string name, ChangeProperty property, string? before, string? after) =>
        new() { Action = ChangeAction.Update, Kind = kind, Resource = name, Property = property, Before = before, After = after };

    private static PlannedChange Disk(ChangeAction action, string name, string? before, string? after) =>
        new() { Action = action, Kind = ResourceKind.Partition, Resource = name, Before = before, After = after };

    private static PlannedChange Act(ChangeAction action, string? before, string? after) => new()
    {
        Action = action, Kind = ResourceKind.Machine, Resource = "fair-badger", Before = before, After = after, BeforeValues = StatusOf(before),
    };

    private static PlannedChange Release(string status, int installation, string? erasing = null) => Act(ChangeAction.Release, status, "it goes") with
    {
        BeforeValues = StatusOf(status).With("installation", $"{installation}"), AfterValues = new(erasing is null ? [] : [new(erasing, "true")]),
    };

    private static ChangeValues StatusOf(string? status) =>
        MachineStatuses.Parse(status) is { } known ? new([new(MachineWrite.Status, $"{known}")]) : ChangeValues.FromText(status);
}

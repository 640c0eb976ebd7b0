using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Tests.Engine.Plans;

/// <summary>A yes covers what was shown, and what destroys nothing.</summary>
public sealed class ApprovalTests
{
    private readonly Approval _approval = new();

    [Fact]
    public void Nothing_is_covered_before_somebody_has_said_yes() => Assert.False(_approval.Covers([]));

    [Theory]
    [InlineData("sda", ChangeSeverity.Destructive, true)]
    [InlineData("sdb", ChangeSeverity.Destructive, false)]
    [InlineData("sdb", ChangeSeverity.Disruptive, true)]
    public void What_destroys_something_has_to_have_been_shown(string disk, ChangeSeverity severity, bool covers)
    {
        _approval.Add([Delete("sda", ChangeSeverity.Destructive)]);
        Assert.Equal(covers, _approval.Covers([Delete(disk, severity)]));
    }

    private static PlannedChange Delete(string disk, ChangeSeverity severity) =>
        new() { Action = ChangeAction.Delete, Kind = ResourceKind.Partition, Resource = disk, Severity = severity };
}

using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Tests.Engine.Plans;

/// <summary>Operations come after those they require, and else stay as planned.</summary>
public sealed class OperationOrderTests
{
    [Fact]
    public void Operations_that_require_nothing_stay_as_planned() => Assert.Equal(["c", "a", "b"], Sort(new("c"), new("a"), new("b")));

    [Fact]
    public void An_operation_comes_after_all_it_requires() =>
        Assert.Equal(["disk", "partition", "group", "tag"], Sort(new("group", "partition"), new("partition", "disk"), new("disk"), new("tag")));

    [Fact]
    public void Equal_operations_are_all_kept() => Assert.Equal(["a", "b", "b"], Sort(new("b", "a"), new("b", "a"), new("a")));

    [Fact]
    public void A_circle_is_a_fault_that_names_its_operations()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Sort(new("a", "b"), new("b", "a")));

        Assert.Contains("create Tag a; create Tag b", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sort(params IReadOnlyList<Make> operations) => OperationOrder.Sort(operations).Select(o => ((Make)o).Name);

    private sealed record Make(string Name, params string[] After) : Operation
    {
        protected override IReadOnlyList<PlannedChange> OwnChanges { get; } =
            [new() { Action = ChangeAction.Create, Kind = ResourceKind.Tag, Resource = Name }];

        public override bool Requires(Operation other) => other is Make made && After.Contains(made.Name);
    }
}

using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Engine.Plans;

public sealed class PlanExecutorTests
{
    private readonly List<Operation> _operations = [];
    private readonly List<string> _written = [];
    private readonly List<PlannedChange> _done = [];
    private readonly RecordingObserver _observer = new();

    [Fact]
    public async Task Writes_are_made_in_order_and_each_change_is_told()
    {
        Write("a");
        _operations.Add(new Make("b", "c"));
        await ApplyAsync();
        Assert.Equal(["a", "b c"], _written);
        Assert.Equal(["a", "b", "c"], _done.Select(c => c.Resource));
    }

    [Fact]
    public async Task The_first_failure_ends_it_and_what_was_written_is_known()
    {
        Write("a");
        _operations.Add(new Make("b") { Meanwhile = () => throw new MaasApiException("MaasConflict", "no") { StatusCode = 409 } });
        Write("c");
        await Assert.ThrowsAsync<MaasApiException>(() => ApplyAsync());
        Assert.Equal(["a"], _written);
        Assert.Equal(["a"], _done.Select(c => c.Resource));
    }

    [Fact]
    public async Task A_cancelled_plan_stops_before_the_next_write()
    {
        using var source = new CancellationTokenSource();
        _operations.Add(new Make("a") { Meanwhile = source.CancelAsync });
        Write("b");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ApplyAsync(source.Token));
        Assert.Equal(["a"], _done.Select(c => c.Resource));
    }

    [Fact]
    public async Task Progress_counts_the_writes()
    {
        Write("a");
        Write("b");
        await ApplyAsync();
        Assert.Equal(["node1: create Tag a (0 of 2)", "node1: create Tag b (1 of 2)"], _observer.Progress);
    }

    [Fact]
    public void An_update_without_changes_is_no_write()
    {
        _operations.Add(new Make());
        Assert.True(new Plan(_operations).IsEmpty);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(409, true)]
    [InlineData(400, false)]
    [InlineData(500, false)]
    public void A_world_that_moved_is_worth_another_look(int status, bool moved) =>
        Assert.Equal(moved, PlanExecutor.WorldMoved(new MaasApiException("MaasError", "no") { StatusCode = status }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_write_without_an_answer_is_worth_another_look_when_it_may_have_happened(bool mayHaveHappened) => Assert.Equal(
        mayHaveHappened,
        PlanExecutor.WorldMoved(new MaasConnectionException("MaasUnreachable", "no answer") { WriteMayHaveHappened = mayHaveHappened }));

    private void Write(string name) => _operations.Add(new Make(name));

    private Task ApplyAsync(CancellationToken? token = null) =>
        PlanExecutor.ApplyAsync(new Plan(_operations), _written, new MakeExecutor(), "node1", _observer, _done, token ?? TestContext.Current.CancellationToken);

    private sealed record Make(params string[] Names) : Operation
    {
        public Func<Task> Meanwhile { get; init; } = () => Task.CompletedTask;

        protected override IReadOnlyList<PlannedChange> OwnChanges { get; } =
            [.. Names.Select(n => new PlannedChange { Action = ChangeAction.Create, Kind = ResourceKind.Tag, Resource = n })];
    }

    private sealed class MakeExecutor : FamilyExecutor<Make, List<string>>
    {
        protected override async Task ExecuteAsync(Make operation, List<string> context, CancellationToken token)
        {
            await operation.Meanwhile();
            context.Add(string.Join(' ', operation.Names));
        }
    }
}

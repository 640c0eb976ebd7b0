using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Platform;

public sealed class TagBoardTests
{
    private readonly FakeTags _tags = new(new Tag { Name = "old", KernelOpts = "quiet" });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_that_share_a_tag_make_it_once()
    {
        var board = Board();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => board.EnsureAsync("compute", null, Token)));
        Assert.Equal(["list", "create compute"], _tags.Requests);
    }

    [Fact]
    public async Task A_tag_that_somebody_else_has_just_made_is_no_error()
    {
        _tags.MadeByOthers.Add("compute");
        var board = Board();
        await board.EnsureAsync("compute", null, Token);
        Assert.NotNull(await board.FindAsync("compute", Token));
    }

    [Fact]
    public async Task A_kernel_tag_that_somebody_else_has_just_made_gets_our_parameters()
    {
        _tags.MadeByOthers.Add("node1_kp");
        await Board().EnsureAsync("node1_kp", "quiet", Token);
        Assert.Equal("update node1_kp: quiet", _tags.Requests[^1]);
    }

    [Fact]
    public async Task Kernel_parameters_that_are_right_are_not_written()
    {
        await Board().EnsureAsync("old", "quiet", Token);
        Assert.Equal(["list"], _tags.Requests);
    }

    [Fact]
    public async Task A_tag_that_is_gone_already_is_no_error_to_delete()
    {
        var board = Board();
        await board.DeleteAsync("never", Token);
        Assert.Null(await board.FindAsync("never", Token));
    }

    [Fact]
    public async Task A_deleted_tag_is_forgotten()
    {
        var board = Board();
        Assert.NotNull(await board.FindAsync("old", Token));
        await board.DeleteAsync("old", Token);
        Assert.Null(await board.FindAsync("old", Token));
    }

    [Fact]
    public async Task Every_machine_is_tagged_however_many_ask_at_once()
    {
        var board = Board();
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => board.AddMemberAsync("compute", $"m{i}", Token)));
        var tagged = _tags.Requests.SelectMany(r => r["tag compute: ".Length..].Split(',')).ToList();
        Assert.Equal(120, tagged.Distinct().Count());
        Assert.Equal(120, tagged.Count);
    }

    private TagBoard Board() => new(new FakeMaas { Tags = _tags });
}

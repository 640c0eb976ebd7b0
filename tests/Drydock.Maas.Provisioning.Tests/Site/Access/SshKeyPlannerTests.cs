using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Site.Access;

public sealed class SshKeyPlannerTests
{
    private const string Body = "AAAAC3NzaC1lZDI1NTE5AAAAIGJv";
    private const string Other = "AAAAC3NzaC1lZDI1NTE5AAAAIHh4";

    [Fact]
    public void A_key_that_the_user_has_not_is_made() =>
        Assert.Equal(["create SshKey ann: ssh-ed25519"], Plan([$"ssh-ed25519 {Body} ann"]));

    [Theory]
    [InlineData("ssh-ed25519 " + Body + " ann")]
    [InlineData("ssh-ed25519 " + Body)]
    [InlineData("ssh-ed25519 " + Body + " somebody else")]
    public void A_key_that_the_user_has_is_not_touched_whatever_its_comment(string present) =>
        Assert.Empty(Plan([$"ssh-ed25519 {Body} ann"], present));

    [Fact]
    public void Line_breaks_in_a_key_are_left_out() =>
        Assert.Empty(Plan([$"ssh-ed25519 {Body[..10]}\n{Body[10..]} ann\n"], $"ssh-ed25519 {Body} ann"));

    [Fact]
    public void A_key_named_twice_is_made_once() => Assert.Single(Plan([$"ssh-ed25519 {Body} ann", $"ssh-ed25519 {Body} again"]));

    [Fact]
    public void Two_keys_of_one_comment_go_by_their_fingerprints() => Assert.All(
        SshKeyPlanner.Targets(new Region { AuthorizedKeys = [$"ssh-ed25519 {Body} ann", $"ssh-ed25519 {Other} ann"] }),
        name => Assert.StartsWith("SHA256:", name, StringComparison.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("ssh-ed25519")]
    [InlineData("ssh-ed25519 ???")]
    [InlineData("from=\"10.0.0.1\" ssh-ed25519 AAAA")]
    public void What_is_no_key_is_an_error_of_its_own(string text) =>
        Assert.Equal(["Key 1: DesignInvalid", "create SshKey ann: ssh-ed25519"], Plan([text, $"ssh-ed25519 {Body} ann"]));

    [Fact]
    public void Other_keys_stay() => Assert.Empty(Plan([$"ssh-ed25519 {Body} ann"], $"ssh-ed25519 {Body} ann", $"ssh-ed25519 {Other} bob"));

    [Fact]
    public void Pruning_removes_other_keys_but_none_that_were_imported()
    {
        var present = new SshKey[]
        {
            new() { Id = 1, Key = $"ssh-ed25519 {Body} ann" },
            new() { Id = 2, Key = $"ssh-ed25519 {Other} bob" },
            new() { Id = 3, Key = $"ssh-rsa {Other} eve", KeySource = "lp:eve" },
        };
        var parts = SshKeyPlanner.Plan(new Region { AuthorizedKeys = [$"ssh-ed25519 {Body} ann"] }, present, prune: true);
        Assert.StartsWith("delete SshKey bob (SHA256:", Assert.Single(parts.InWords()), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_pruned_while_a_key_of_the_design_cannot_be_read()
    {
        var parts = SshKeyPlanner.Plan(
            new Region { AuthorizedKeys = ["ssh-ed25519 ???"] }, [new SshKey { Id = 2, Key = $"ssh-ed25519 {Other} bob" }], prune: true);
        Assert.Equal(["Key 1: DesignInvalid"], parts.InWords());
    }

    private static IReadOnlyList<string> Plan(IReadOnlyList<string> keys, params IReadOnlyList<string> present) => SshKeyPlanner.Plan(
        new Region { AuthorizedKeys = keys }, [.. present.Select((k, i) => new SshKey { Id = i, Key = k })], prune: false).InWords();
}

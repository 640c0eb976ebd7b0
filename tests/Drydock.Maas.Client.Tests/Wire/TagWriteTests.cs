using Drydock.Maas.Api;

namespace Drydock.Maas.Client.Tests.Wire;

public sealed class TagWriteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_tag_is_made_with_kernel_options_and_comment() =>
        Sending.ExpectAsync(
            c => c.Tags.CreateAsync(
                new TagRequest { Name = "node1_kp", KernelOpts = "quiet console=ttyS2 isolcpus=2,4", Comment = "kernel & more" }, Cancel),
            "POST tags/",
            "name=node1_kp",
            "kernel_opts=quiet console=ttyS2 isolcpus=2,4",
            "comment=kernel & more");

    [Fact]
    public Task A_tag_needs_a_name_only() =>
        Sending.ExpectAsync(
            c => c.Tags.CreateAsync(new TagRequest { Name = "test" }, Cancel),
            "POST tags/",
            "name=test");

    [Fact]
    public Task Kernel_options_of_a_tag_can_be_cleared() =>
        Sending.ExpectAsync(
            c => c.Tags.UpdateAsync("node1_kp", new TagRequest { KernelOpts = "" }, Cancel), "PUT tags/node1_kp/", "kernel_opts=");

    [Fact]
    public Task A_tag_is_deleted() => Sending.ExpectAsync(c => c.Tags.DeleteAsync("test", Cancel), "DELETE tags/test/");

    [Fact]
    public Task A_name_that_does_not_fit_a_path_is_escaped() =>
        Sending.ExpectAsync(c => c.Tags.DeleteAsync("a b/c?d", Cancel), "DELETE tags/a%20b%2Fc%3Fd/");

    [Fact]
    public Task Machines_are_tagged_and_untagged_many_at_a_time() =>
        Sending.ExpectAsync(
            c => c.Tags.UpdateNodesAsync("test", ["r6m3yq", "n6m73r"], ["7cmmwp"], Cancel),
            "POST tags/test/?op=update_nodes",
            "add=r6m3yq",
            "add=n6m73r",
            "remove=7cmmwp");
}

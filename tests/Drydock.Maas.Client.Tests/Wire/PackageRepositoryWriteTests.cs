using Drydock.Maas.Api;

namespace Drydock.Maas.Client.Tests.Wire;

/// <summary>A list with nothing in it cannot be sent in a form.</summary>
public sealed class PackageRepositoryWriteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Empty_lists_are_left_out_of_a_new_repository() => Sending.ExpectAsync(
        maas => maas.PackageRepositories.CreateAsync(
            new PackageRepositoryRequest
            {
                Name = "plain", Url = "http://mirror.example.com", Distributions = [], Components = [], Arches = [], DisabledPockets = [], Enabled = true,
            },
            Cancel),
        "POST package-repositories/",
        "name=plain", "url=http://mirror.example.com", "disabled_pockets=", "enabled=true");

    [Fact]
    public async Task A_list_is_cleared_by_a_JSON_body_with_all_that_changes()
    {
        var sent = await Sending.CaptureAsync(maas => maas.PackageRepositories.UpdateAsync(
            5, new PackageRepositoryRequest { Components = [], Distributions = ["jammy"], Enabled = true }, Cancel));

        Assert.Equal(("PUT package-repositories/5/", "application/json"), (sent.Line, sent.ContentType));
        Assert.Equal(["""{"distributions":["jammy"],"components":[],"enabled":true}"""], sent.Form);
    }

    [Fact]
    public Task Lists_that_have_something_stay_in_a_form() => Sending.ExpectAsync(
        maas => maas.PackageRepositories.UpdateAsync(
            5, new PackageRepositoryRequest { Components = ["main", "contrib"], DisabledComponents = [] }, Cancel),
        "PUT package-repositories/5/",
        "disabled_components=", "components=main,contrib");
}

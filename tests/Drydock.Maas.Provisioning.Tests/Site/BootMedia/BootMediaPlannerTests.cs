using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Site.BootMedia;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Site.BootMedia;

public sealed class BootMediaPlannerTests
{
    private static readonly BootSourceSelection Selected =
        new() { Id = 3, BootSourceId = 1, Os = "ubuntu", Release = "jammy", Arches = ["amd64"], Subarches = ["*"], Labels = ["*"] };

    [Fact]
    public void Images_that_MAAS_offers_need_nothing() =>
        Assert.Empty(Plan("jammy", "ga-22.04", new() { Images = new([Offered("ubuntu/jammy", "amd64/ga-22.04")]) }));

    [Fact]
    public void An_image_that_is_not_selected_is_selected_and_imported() => Assert.Equal(
        ["create BootSourceSelection ubuntu/jammy: amd64", "import BootResource ubuntu/jammy: amd64/ga-22.04"],
        Plan("jammy", "ga-22.04", new() { Sources = [new() { Id = 1 }] }));

    [Fact]
    public void An_image_that_is_selected_is_only_imported() => Assert.Equal(
        ["import BootResource ubuntu/jammy: amd64/ga-22.04"],
        Plan("jammy", "ga-22.04", new() { Sources = [new() { Id = 1 }], Selections = [Selected] }));

    [Fact]
    public void A_selection_is_widened_to_what_is_missing() => Assert.Equal(
        [
            "set architectures of BootSourceSelection ubuntu/jammy: arm64 -> amd64, arm64",
            "set kernels of BootSourceSelection ubuntu/jammy: hwe-22.04 -> ga-22.04, hwe-22.04",
            "import BootResource ubuntu/jammy: amd64/ga-22.04",
        ],
        Plan("jammy", "ga-22.04", new() { Selections = [Selected with { Arches = ["arm64"], Subarches = ["hwe-22.04"] }] }));

    [Fact]
    public void Another_kernel_of_an_image_that_is_there_is_missing() => Assert.Equal(
        ["import BootResource ubuntu/jammy: amd64/hwe-22.04"],
        Plan("jammy", "hwe-22.04", new() { Images = new([Offered("ubuntu/jammy", "amd64/ga-22.04")]), Selections = [Selected] }));

    [Fact]
    public void An_image_of_the_sites_own_cannot_be_imported() =>
        Assert.Equal(["custom/golden: ImageNotFound"], Plan("custom/golden", null, new()));

    [Theory]
    [InlineData("custom/rocky9")]
    [InlineData("rocky9")]
    public void An_uploaded_image_needs_nothing_whatever_kernel_installs_it(string image) =>
        Assert.Empty(Plan(image, "ga-22.04", new() { Images = new([Uploaded("rocky9", true), Offered("ubuntu/jammy", "amd64/ga-22.04")]) }));

    [Fact]
    public void An_upload_that_is_not_complete_is_an_error() =>
        Assert.Equal(["custom/rocky9: ImageNotFound"], Plan("rocky9", null, new() { Images = new([Uploaded("rocky9", false)]) }));

    [Fact]
    public void A_version_is_the_series_that_boot_sources_have() => Assert.Equal(
        ["create BootSourceSelection ubuntu/jammy: amd64", "import BootResource ubuntu/jammy: amd64/ga-22.04"],
        Plan("22.04", "ga-22.04", new() { Sources = [new() { Id = 1 }] }));

    [Fact]
    public void Without_a_boot_source_there_is_nowhere_to_take_it_from() =>
        Assert.Equal(["ubuntu/jammy: ImageNotFound"], Plan("jammy", null, new()));

    [Fact]
    public void An_image_is_found_under_the_operating_system_that_has_it() =>
        Assert.Empty(Plan("rocky9", null, new() { Images = new([Offered("centos/rocky9", "amd64/generic")]) }));

    private static BootResource Uploaded(string name, bool complete) => Offered(name, "amd64/generic") with
    {
        Type = "Uploaded", Sets = new Dictionary<string, BootResourceSet> { ["1"] = new() { Complete = complete } },
    };

    private static BootResource Offered(string name, string architecture) => new() { Name = name, Architecture = architecture };

    private static IReadOnlyList<string> Plan(string image, string? kernel, BootMediaState state)
    {
        var design = new SiteDesign(
            [], [], [new DrydockNode { Name = "n1", Image = image, Kernel = kernel }, new DrydockNode { Name = "n2", Image = image }]);
        return BootMediaPlanner.Plan(design, state, ["amd64"]).InWords();
    }
}

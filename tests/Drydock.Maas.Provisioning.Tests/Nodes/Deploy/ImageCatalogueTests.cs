using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Deploy;

public sealed class ImageCatalogueTests
{
    private static readonly Machine Amd64 = Machines.In("Ready") with { Architecture = "amd64/generic" };
    private readonly ImageCatalogue _images = new(
    [
        Image("ubuntu/jammy", "amd64/ga-22.04"),
        Image("ubuntu/jammy", "amd64/hwe-22.04"),
        Image("ubuntu/jammy", "arm64/ga-22.04-64k"),
        Image("custom-os", "amd64/generic"),
        Uploaded(7, "rocky9", complete: true),
        Uploaded(8, "broken", complete: false),
        Uploaded(9, "golden", complete: true) with { BaseImage = "ubuntu/jammy" },
        Uploaded(10, "windows/win2016", complete: true),
        Image("ubuntu/oracular", "amd64/ga-24.10"),
        Image("grub-efi-signed/uefi", "amd64/generic"),
    ]);

    [Theory]
    [InlineData("jammy", "ga-22.04")]
    [InlineData("ubuntu/jammy", "hwe-22.04")]
    [InlineData("custom-os", null)]
    [InlineData("jammy", "")]
    [InlineData("22.04", "ga-22.04")]
    [InlineData("ubuntu/22.04", null)]
    [InlineData("24.10", "ga-24.10")]
    [InlineData("rocky9", null)]
    [InlineData("custom/rocky9", "ga-22.04")]
    [InlineData("custom/rocky9", "no-kernel")]
    [InlineData("golden", "hwe-22.04")]
    [InlineData("windows/win2016", null)]
    [InlineData("win2016", "ga-24.10")]
    [InlineData(null, null)]
    public void What_MAAS_offers_is_accepted(string? image, string? kernel) =>
        Assert.Null(Record.Exception(() => DeployImages.Require(_images, Node(image, kernel), Amd64)));

    [Fact]
    public void An_image_that_MAAS_lacks_is_told_with_those_it_has() =>
        Refuses(Node("noble", null), "does not offer image noble of node node1; it offers broken, custom-os, golden, jammy, oracular, rocky9, win2016");

    [Fact]
    public void A_kernel_that_MAAS_lacks_is_told_with_those_of_the_architecture() =>
        Refuses(
            Node("jammy", "ga-22.04-64k"),
            "does not offer kernel ga-22.04-64k for image jammy on amd64 (node node1); it offers ga-22.04, hwe-22.04");

    [Theory]
    [InlineData("golden", "ga-24.10", "does not offer kernel ga-24.10 for image golden on amd64 (node node1); it offers ga-22.04, hwe-22.04")]
    [InlineData("rocky9", "ga-20.04", "does not offer kernel ga-20.04 for image rocky9 on amd64 (node node1); it offers ga-22.04, ga-24.10, hwe-22.04")]
    public void The_kernel_of_an_image_without_one_is_its_installers(string image, string kernel, string words) => Refuses(Node(image, kernel), words);

    [Fact]
    public void An_upload_that_is_not_complete_is_refused_although_it_is_listed() =>
        Refuses(Node("custom/broken", null), "lists image custom/broken of node node1, but holds no complete upload of it");

    [Fact]
    public async Task Only_an_uploaded_image_that_is_named_is_asked_for_by_itself()
    {
        var client = new FakeBootResources(Image("ubuntu/jammy", "amd64/ga-22.04"), Uploaded(7, "rocky9", complete: true), Uploaded(8, "broken", complete: false));
        var catalogue = await client.ReadImagesAsync(["custom/rocky9", "jammy", "rocky9"], TestContext.Current.CancellationToken);

        Assert.Equal([7], client.Asked);
        Assert.Null(catalogue.FindFault("rocky9", null, "amd64"));
    }

    [Fact]
    public void An_image_for_another_architecture_only_is_refused()
    {
        var machine = Amd64 with { Architecture = "ppc64el/generic" };
        Assert.Equal(ErrorIds.ImageNotFound, Assert.Throws<NodeException>(() => DeployImages.Require(_images, Node("jammy", null), machine)).ErrorId);
    }

    private void Refuses(DrydockNode node, string words)
    {
        var error = Assert.Throws<NodeException>(() => DeployImages.Require(_images, node, Amd64));
        Assert.Equal(ErrorIds.ImageNotFound, error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private static BootResource Image(string name, string architecture) => new() { Name = name, Architecture = architecture };

    private static BootResource Uploaded(int id, string name, bool complete) => Image(name, "amd64/generic") with
    {
        Id = id, Type = "Uploaded", Sets = new Dictionary<string, BootResourceSet> { ["20261130"] = new() { Version = "20261130", Complete = complete } },
    };

    private static DrydockNode Node(string? image, string? kernel) =>
        NodeDesign.InSite(new DrydockNode { Name = "node1", Image = image, Kernel = kernel });
}

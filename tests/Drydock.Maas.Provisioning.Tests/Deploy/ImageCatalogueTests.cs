using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Deploy;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Deploy;

public sealed class ImageCatalogueTests
{
    private static readonly Machine Amd64 = Machines.In("Ready") with { Architecture = "amd64/generic" };
    private readonly ImageCatalogue _images = new(
    [
        Image("ubuntu/jammy", "amd64/ga-22.04"),
        Image("ubuntu/jammy", "amd64/hwe-22.04"),
        Image("ubuntu/jammy", "arm64/ga-22.04-64k"),
        Image("custom-os", "amd64/generic"),
    ]);

    [Theory]
    [InlineData("jammy", "ga-22.04")]
    [InlineData("ubuntu/jammy", "hwe-22.04")]
    [InlineData("custom-os", null)]
    [InlineData("jammy", "")]
    [InlineData(null, null)]
    public void What_MAAS_offers_is_accepted(string? image, string? kernel) =>
        Assert.Null(Record.Exception(() => _images.Require(Node(image, kernel), Amd64)));

    [Fact]
    public void An_image_that_MAAS_lacks_is_told_with_those_it_has() =>
        Refuses(Node("noble", null), "does not offer image noble of node node1; it offers custom-os, jammy");

    [Fact]
    public void A_kernel_that_MAAS_lacks_is_told_with_those_of_the_architecture() =>
        Refuses(
            Node("jammy", "ga-22.04-64k"),
            "does not offer kernel ga-22.04-64k for image jammy on amd64 (node node1); it offers ga-22.04, hwe-22.04");

    [Fact]
    public void An_image_for_another_architecture_only_is_refused()
    {
        var machine = Amd64 with { Architecture = "ppc64el/generic" };
        Assert.Equal(NodeErrorIds.ImageNotFound, Assert.Throws<NodeException>(() => _images.Require(Node("jammy", null), machine)).ErrorId);
    }

    private void Refuses(DrydockNode node, string words)
    {
        var error = Assert.Throws<NodeException>(() => _images.Require(node, Amd64));
        Assert.Equal(NodeErrorIds.ImageNotFound, error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private static BootResource Image(string name, string architecture) => new() { Name = name, Architecture = architecture };

    private static DrydockNode Node(string? image, string? kernel) =>
        NodeDesign.InSite(new DrydockNode { Name = "node1", Image = image, Kernel = kernel });
}

using Drydock.Maas.Design;
using Drydock.Maas.Design.Validation;
using Drydock.Maas.Design.Validation.Facts;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Site.BootMedia;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Deploy;

/// <summary>One table of names for deployment, validation and boot media: what one finds the others find.</summary>
public sealed class ImageEntryTests
{
    private const string Mac = "52:54:00:00:00:01";

    private static readonly Machine Amd64 = Machines.Named("node1", mac: Mac) with { Architecture = "amd64/generic" };

    private static readonly BootResource[] Resources =
    [
        Image("ubuntu/jammy", "amd64/ga-22.04"),
        Image("ubuntu/jammy", "amd64/hwe-22.04"),
        Image("ubuntu/noble", "arm64/ga-24.04"),
        Image("centos/centos8", "amd64/generic"),
        Uploaded("rocky9", "amd64/generic", complete: true),
        Uploaded("arm-only", "arm64/generic", complete: true),
        Uploaded("broken", "amd64/generic", complete: false),
    ];

    /// <summary>Image and kernel; what deployment says, what validation says, and what boot media does: nothing, import or refuse.</summary>
    public static TheoryData<string, string?, string?, string?, string> Names => new()
    {
        { "jammy", "ga-22.04", null, null, "" },
        { "ubuntu/jammy", "hwe-22.04", null, null, "" },
        { "22.04", null, null, null, "" },
        { "ubuntu/22.04", "ga-22.04", null, null, "" },
        { "centos8", null, null, null, "" },
        { "centos/centos8", "ga-22.04", null, null, "" },
        { "rocky9", null, null, null, "" },
        { "custom/rocky9", "hwe-22.04", null, null, "" },
        { "jammy", "ga-20.04", "does not offer kernel ga-20.04", "invalid kernel ga-20.04", "import ubuntu/jammy: amd64/ga-20.04" },
        { "focal", "ga-20.04", "does not offer image focal", "invalid image focal", "import ubuntu/focal: amd64/ga-20.04" },
        { "20.04", null, "does not offer image 20.04", "invalid image 20.04", "import ubuntu/focal: amd64" },
        { "noble", "ga-24.04", "for arm64, not for amd64", "for arm64, not for amd64", "import ubuntu/noble: amd64/ga-24.04" },
        { "24.04", null, "for arm64, not for amd64", "for arm64, not for amd64", "import ubuntu/noble: amd64" },
        { "custom/golden", null, "does not offer image custom/golden", "invalid image custom/golden", "refuse custom/golden: is not in MAAS" },
        { "arm-only", null, "for arm64, not for amd64", "for arm64, not for amd64", "refuse custom/arm-only: is not in MAAS for amd64" },
        { "custom/broken", null, "no complete upload", "does not hold it whole", "refuse custom/broken: is not whole" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void An_image_is_found_by_the_same_names_everywhere(string image, string? kernel, string? deployment, string? validation, string media)
    {
        var design = new SiteDesign([], [], [new DrydockNode { Name = "node1", BootMac = Mac, Image = image, Kernel = kernel }]);

        var refusal = Record.Exception(() => DeployImages.Require(new(Resources), design.Nodes[0], Amd64));
        AssertTells(deployment, refusal?.Message);
        var findings = DesignValidator.Validate(
            design, new() { Live = new LiveSite { BootResources = Resources, Machines = [Amd64] } }, TestContext.Current.CancellationToken);
        AssertTells(validation, findings.SingleOrDefault(f => f.RuleId == "PlatformSelection")?.Message);
        AssertTells(media.Length == 0 ? null : media, Prepare(design));
    }

    private static string? Prepare(SiteDesign design)
    {
        var state = new BootMediaState { Images = new(Resources), Sources = [new() { Id = 1 }] };
        var part = Assert.Single(BootMediaPlanner.Plan(design, state, ["amd64"]));
        if (part.Error is { } error)
            return $"refuse {part.Target}: {error.Message.Split(" own and ")[^1]}";
        return BootMediaPlanner.Missing(design, state.Images, ["amd64"]).Select(m => $"import {m.Key}: {string.Join(", ", m.Value)}").SingleOrDefault();
    }

    private static void AssertTells(string? words, string? message)
    {
        if (words is null)
            Assert.Null(message);
        else
            Assert.Contains(words, message, StringComparison.Ordinal);
    }

    private static BootResource Image(string name, string architecture) => new() { Name = name, Architecture = architecture };

    private static BootResource Uploaded(string name, string architecture, bool complete) => Image(name, architecture) with
    {
        Type = "Uploaded", Sets = new Dictionary<string, BootResourceSet> { ["1"] = new() { Complete = complete } },
    };
}

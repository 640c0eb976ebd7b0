using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.BootMedia;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Site.Scripts;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>A small site that has every kind of thing a site step sets up.</summary>
internal static class SiteStepSite
{
    public static readonly SiteScript Script = new(
        "burn-in.sh",
        "#!/bin/sh\n# --- Start MAAS 1.0 script metadata ---\n# name: burn-in\n# script_type: testing\n"
        + "# --- End MAAS 1.0 script metadata ---\nexit 0\n");

    /// <summary>Every step of the site.</summary>
    public static IReadOnlyList<SiteStepOptions> Steps { get; } = [.. new SiteStepOptions[]
    {
        new SiteNetworkStepOptions { Space = "harbour" },
        new SshKeyStepOptions(),
        new RepositoryStepOptions(),
        new TagDefinitionStepOptions(),
        new BootMediaStepOptions(),
        new ScriptStepOptions { Scripts = [Script] },
    }.Select(s => s with { Timing = SimulatedSite.Timing })];

    /// <summary>One step of the site.</summary>
    public static T Step<T>()
        where T : SiteStepOptions => Steps.OfType<T>().Single();

    public static SiteDesign Design()
    {
        var space = new Dictionary<string, string>();
        var pxe = GetNetwork("pxe", "10.1.0.0/24", gateway: "10.1.0.1") with
        {
            DnsDomain = "pxe.example", DnsServers = ["10.1.0.10"],
            Ranges = [Dhcp("10.1.0.100", "10.1.0.200"), Reserved("10.1.0.20", "10.1.0.30")],
        };
        var data = GetNetwork("data", "10.3.0.0/24", "110", 9000) with
        {
            DnsDomain = "data.example", Routes = [Route("10.1.0.0/24", "10.3.0.1"), Route("10.1.0.0/24", "10.3.0.2", 7)], Labels = space,
        };
        return new SiteDesign([pxe, data], [Link("pxe", "pxe", "pxe"), Link("gp", null, "data") with { Mtu = 9000 }], [])
        {
            Region = new Region
            {
                Name = "harbour",
                AuthorizedKeys = ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g ann"],
                TagDefinitions = [new TagDefinition { Tag = "gpu", DefinitionType = "lshw_xpath", Definition = "//node[@id='display']" }],
                Repositories =
                [
                    new RepositoryDefinition
                    {
                        Name = "docker",
                        RepositoryType = "apt",
                        Url = "https://docker.example/repo",
                        Distributions = ["jammy"],
                        Components = ["stable"],
                        Architectures = ["amd64"],
                        GpgKey = "KEY\nTEXT\n",
                    },
                ],
            },
        };
    }
}

using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>Another design from one run to the next.</summary>
public sealed class OtherDesignTests
{
    [Fact]
    public async Task Prepared_machines_become_what_the_new_design_says()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Maas.Design = Changed(site.Maas.Design);
        Assert.NotEmpty(await site.CompareAsync());
        await site.RepairAsync();
        Assert.Empty(await site.CompareAsync());
        Assert.Equal(0, await site.RepairAsync());
    }

    [Fact]
    public async Task Deployed_machines_say_what_stands_in_the_way_and_are_not_touched()
    {
        using var site = await DriftSite.StartAsync(deployed: true);
        site.Maas.Design = Changed(site.Maas.Design);
        await site.RepairAsync();
        var left = await site.CompareAsync();
        Assert.NotEmpty(left);
        Assert.All(left, d => Assert.StartsWith("machine is Deployed; release it", d.Blocker, StringComparison.Ordinal));
        Assert.Contains(left, d => d.Property == ChangeProperty.Image);
        Assert.Contains(left, d => d.Scope == ChangeScope.Interface);
        Assert.Contains(left, d => d.Property == ChangeProperty.StorageLayout);
        Assert.Equal(0, await site.RepairAsync());
    }

    /// <summary>Other names, addresses, sizes, tags, image and repositories; a network less.</summary>
    private static SiteDesign Changed(SiteDesign old)
    {
        var networks =
            old.Networks.Where(n => n.Name != "store").Select(n => n.Name == "data" ? n with { Mtu = 1500, Vlan = "210" } : n).ToList();
        var links = old.NetworkLinks.Select(l => l with { AllowedNetworks = [.. l.AllowedNetworks.Where(n => n != "store")] }).ToList();
        var region = old.Region! with { Repositories = [old.Region.Repositories[0]], TagDefinitions = [], AuthorizedKeys = [] };
        return new(networks, links, [.. old.Nodes.Select((n, i) => Changed(n, i + 1))]) { Region = region };
    }

    private static DrydockNode Changed(DrydockNode node, int number) => new()
    {
        Name = node.Name,
        Domain = node.Domain,
        PrimaryNetwork = node.PrimaryNetwork,
        BootMac = node.BootMac,
        Oob = node.Oob,
        OwnerData = node.OwnerData,
        Image = "noble",
        Tags = ["edge"],
        Interfaces = [Nic("eno1", "pxe", "pxe"), Bond("bond0", "gp", ["eno3", "eno2"], "mgmt"), Nic("eno4", "away", "far")],
        Addressing = [FromDhcp("pxe"), Static("mgmt", $"10.2.0.2{number}")],
        StorageDevices = [Disk("sda", Root("25g"), Partition("home", "10g", "/home")), WholeDisk("sdb", "other")],
        VolumeGroups = [Group("other", Volume("log", "15g", "/var/log"))],
    };
}

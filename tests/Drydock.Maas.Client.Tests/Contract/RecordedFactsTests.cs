using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Contract;

/// <summary>What the steps rely on, in recorded answers.</summary>
public sealed class RecordedFactsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deployed_machine_is_known_by_status_tags_disks_and_interfaces()
    {
        var machine = await AskAsync(314, c => c.Machines.GetAsync("cqqqdp", Cancel));

        Assert.Equal(("cqqqdp", "Deployed", 6), (machine.SystemId, machine.StatusName, machine.Status));
        Assert.All(machine.Interfaces, i => Assert.NotNull(i.MacAddress));
        Assert.Contains(machine.BlockDevices, d => d.Id == machine.BootDisk?.Id && d.Size > 0);
    }

    [Fact]
    public async Task A_fabric_brings_its_VLANs()
    {
        var fabrics = await AskAsync(58, c => c.Fabrics.ListAsync(Cancel));

        var production = Assert.Single(fabrics, f => f.Name == "fabric-prod");
        Assert.Equal([(0, 1500), (100, 9000), (200, 1500)], production.Vlans.Select(v => (v.Vid, v.Mtu)));
        Assert.All(production.Vlans, v => Assert.Equal(production.Id, v.FabricId));
    }

    [Fact]
    public async Task A_subnet_knows_VLAN_gateway_and_DNS()
    {
        var subnets = await AskAsync(107, c => c.Subnets.ListAsync(Cancel));

        var pxe = Assert.Single(subnets, s => s.Name == "pxe");
        Assert.Equal(("10.20.0.0/16", "10.20.0.1", 1), (pxe.Cidr, pxe.GatewayIP, pxe.Vlan?.Id));
        Assert.Equal(["10.20.0.2"], pxe.DnsServers);
    }

    [Fact]
    public async Task A_cleared_gateway_is_an_empty_text_in_the_answer()
    {
        var subnet = await AskAsync(128, c => c.Subnets.UpdateAsync(6, new SubnetUpdate { GatewayIP = "", DnsServers = [] }, Cancel));

        Assert.Equal("", subnet.GatewayIP);
        Assert.Empty(subnet.DnsServers);
    }

    [Fact]
    public async Task A_bond_has_its_parameters_and_members()
    {
        var bond = await AskAsync(412, c => c.Interfaces.CreateBondAsync("r6m3yq", new BondRequest(), Cancel));

        Assert.Equal(("bond0", "bond", "802.3ad", "fast"), (bond.Name, bond.Type, bond.Params?.BondMode, bond.Params?.BondLacpRate));
        Assert.Equal(2, bond.Parents.Count);
    }

    [Fact]
    public async Task A_link_has_mode_address_and_subnet()
    {
        var link = new LinkRequest { Mode = "STATIC" };

        var linked = await AskAsync(402, c => c.Interfaces.LinkSubnetAsync("r6m3yq", 3, link, Cancel));

        Assert.Contains(linked.Links, l => (l.Mode, l.IPAddress, l.Subnet?.Id) == ("static", "10.30.0.51", 2));
    }

    [Fact]
    public async Task A_file_system_has_type_label_and_identifier()
    {
        var device = await AskAsync(455, c => c.BlockDevices.FormatAsync("n6m73r", 93, new FormatRequest(), Cancel));

        var filesystem = device.Filesystem!;
        Assert.Equal(("ext4", "data", "99f7eec5-055d-461e-b845-9810f35ec6fb"), (filesystem.Fstype, filesystem.Label, filesystem.Uuid));
    }

    [Fact]
    public async Task A_volume_group_has_members_and_room()
    {
        var group = Assert.Single(await AskAsync(500, c => c.VolumeGroups.ListAsync("n6m73r", Cancel)), g => g.Id == 1);

        Assert.Equal(("vg0", 1_199_990_374_400, 0), (group.Name, group.AvailableSize, group.UsedSize));
        Assert.Equal([4, 93], group.Devices.Select(d => d.Id).Order());
    }

    [Fact]
    public async Task Power_parameters_are_texts_whatever_they_were()
    {
        var all = await AskAsync(316, c => c.Machines.GetPowerParametersAsync(null, Cancel));

        Assert.Equal(("10.161.0.1", "maas"), (all["r6m3yq"].PowerAddress, all["r6m3yq"].PowerUser));
        Assert.Equal("opensesspriv", all["r6m3yq"].All["workaround_flags"]);
        Assert.Equal("node00003", all["d73nqm"].PowerId);
        Assert.Null(all["n6m73r"].PowerAddress);
    }

    [Fact]
    public async Task Script_results_name_what_ran_and_how_it_ended()
    {
        var results = await AskAsync(324, c => c.Machines.GetResultsAsync("r6m3yq", Cancel));

        var commissioning = Assert.Single(results, r => r.TypeName == "Commissioning");
        Assert.Contains(commissioning.Results, r => (r.Name, r.StatusName, r.ExitStatus) == ("20-maas-01-install-lldpd", "Passed", 0));
    }

    [Fact]
    public async Task An_unset_space_is_called_undefined()
    {
        var vlan = await AskAsync(84, c => c.Vlans.UpdateAsync(48, 10, new VlanUpdate(), Cancel));

        Assert.Equal((10, "undefined", "fab-c"), (vlan.Vid, vlan.Space, vlan.Fabric));
    }

    private static async Task<T> AskAsync<T>(int number, Func<IMaasClient, Task<T>> call)
    {
        using var maas = new FakeMaas(Recording.Read(number).Answer);
        using var client = Clients.Of(maas);
        return await call(client);
    }
}

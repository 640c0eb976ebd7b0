using Drydock.Maas.Planning;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What somebody changes by hand is one finding that names it; the next run mends that and nothing else.</summary>
public sealed class ManualChangeTests
{
    public static TheoryData<string> OfReady => [.. Named.Keys];

    public static TheoryData<string> OfDeployed =>
        [.. ChangesOfSite.All.Concat(ChangesOfAccess.All).Concat(UnusualChangesOfSite.All).Select(c => c.Name)];

    private static Dictionary<string, ManualChange> Named { get; } =
        ChangesOfSite.All.Concat(ChangesOfAccess.All).Concat(ChangesOfMachine.OfNetwork).Concat(ChangesOfMachine.OfStorage)
            .Concat(UnusualChangesOfSite.All).Concat(UnusualChangesOfMachine.OfNetwork).Concat(UnusualChangesOfMachine.OfStorage)
            .ToDictionary(c => c.Name);

    [Theory]
    [MemberData(nameof(OfReady))]
    public Task A_change_on_a_ready_machine(string change) => IsFoundAndMendedAsync(Named[change], deployed: false);

    [Theory]
    [MemberData(nameof(OfDeployed))]
    public Task A_change_on_a_deployed_machine(string change) => IsFoundAndMendedAsync(Named[change], deployed: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_site_as_designed_has_no_finding(bool deployed)
    {
        using var site = await DriftSite.StartAsync(deployed);
        Assert.Empty(await site.CompareAsync());
    }

    [Fact]
    public async Task Owner_data_of_a_deployed_machine_is_mended()
    {
        using var site = await DriftSite.StartAsync(deployed: true);
        site.OnMachine("POST", "set_workload_annotations", ("team", "red"));
        Assert.StartsWith("node1: owner data team of Machine node1 is red, the design says blue",
            Assert.Single(await site.CompareAsync()).ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await site.RepairAsync());
        Assert.Empty(await site.CompareAsync());
    }

    [Fact]
    public async Task Owner_data_of_a_machine_that_somebody_else_deployed_says_whom_to_ask()
    {
        using var site = await DriftSite.StartAsync(deployed: true);
        site.OnMachine("POST", "set_workload_annotations", ("team", "red"));
        site.Machine.Owner = site.Maas.State.Users.First(u => u.Username != site.Maas.Session.User.Username);
        var drift = Assert.Single(await site.CompareAsync());
        Assert.StartsWith(
            "node1: owner data team of Machine node1 is red, the design says blue", drift.ToString(), StringComparison.Ordinal);
        Assert.Contains($"machine belongs to {site.Machine.Owner.Username}", drift.Blocker, StringComparison.Ordinal);
        Assert.Equal(0, await site.RepairAsync());
    }

    [Theory]
    [InlineData("MTU of a NIC")]
    [InlineData("bond mode")]
    public async Task Tags_of_interfaces_stay_when_something_else_of_them_is_mended(string change)
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        Named[change].Make(site);
        site.Machine.Interfaces.ForEach(nic => nic.Tags.AddRange(["rack-a", "uplink"]));

        Assert.NotEqual(0, await site.RepairAsync());

        Assert.All(site.Machine.Interfaces, nic => Assert.Equal(["rack-a", "uplink"], nic.Tags));
    }

    [Theory]
    [InlineData("MTU of a NIC")]
    [InlineData("bond mode")]
    [InlineData("bond deleted")]
    [InlineData("partition deleted")]
    [InlineData("logical volume resized")]
    [InlineData("volume group deleted")]
    [InlineData("mount options")]
    public async Task What_a_deployed_machine_does_not_let_mend_says_so(string change)
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        Named[change].Make(site);
        await site.Maas.DeployAsync();

        var drift = Assert.Single(await site.CompareAsync());

        Assert.Contains(Named[change].Finding, drift.ToString(), StringComparison.Ordinal);
        Assert.Equal("machine is Deployed; release it first", drift.Blocker);
        Assert.False(drift.IsPossible);
        Assert.Equal(0, await site.RepairAsync());
    }

    /// <summary>What nobody but a person can mend: the finding says what was found and what to do.</summary>
    [Theory]
    [InlineData(
        "interface", "has no network interface eno4; it has eno1, eno2, eno3, eth4. Correct the design, rename the interface in MAAS")]
    [InlineData("disk", "has no disk sde; it has sda, sdb, sdd, sdz, sdf, sdg, sdh, sdi. Correct the design, rename the disk in MAAS")]
    public async Task Hardware_renamed_is_one_finding(string what, string finding)
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        if (what == "disk")
            site.OnNode("PUT", $"blockdevices/{site.Machine.BlockDevices.First(d => d.FullName == "sde").Id}/", null, ("name", "sdz"));
        else
            site.OnNic("eno4", "PUT", null, ("name", "eth4"));
        var drift = Assert.Single(await site.CompareAsync());
        Assert.Equal(DriftKind.NotComparable, drift.Kind);
        Assert.Contains(finding, drift.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_in_rescue_mode_is_one_finding_whatever_MAAS_shows_of_its_disks()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.OnMachine("POST", "rescue_mode");
        var drift = Assert.Single(await site.CompareAsync());
        Assert.Equal("node1: status of Machine node1 is Entering rescue mode, the design says Ready or Deployed", drift.ToString());
        Assert.Equal("machine is Entering rescue mode; leave rescue mode first", drift.Blocker);
    }

    [Fact]
    public async Task A_failed_deployment_is_one_finding_that_the_next_run_mends()
    {
        using var site = await DriftSite.StartAsync(deployed: true);
        site.Machine.Status = MachineStatus.FailedDeployment;
        var drift = Assert.Single(await site.CompareAsync());
        Assert.Equal("node1: status of Machine node1 is Failed deployment, the design says Deployed", drift.ToString());
        Assert.True(drift.IsPossible);
    }

    /// <summary>A design says nothing of these, so they are nobody's mistake.</summary>
    [Theory]
    [InlineData("zone")]
    [InlineData("pool")]
    [InlineData("description")]
    [InlineData("racks swapped")]
    [InlineData("range beside")]
    public async Task What_a_design_does_not_say_is_no_finding(string what)
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        switch (what)
        {
            case "zone":
                site.Maas.Ask("POST", "zones/", null, ("name", "z"));
                site.OnMachine("PUT", null, ("zone", "z"));
                break;
            case "pool":
                site.Maas.Ask("POST", "resourcepools/", null, ("name", "p"));
                site.OnMachine("PUT", null, ("pool", "p"));
                break;
            case "description":
                site.OnMachine("PUT", null, ("description", "x"));
                break;
            case "racks swapped":
                var vlan = site.Vlan("pxe", 0);
                // Where the second rack becomes the first, MAAS does not take a new second one with the same request.
                var (first, second) = (vlan.PrimaryRack!.SystemId, vlan.SecondaryRack!.SystemId);
                site.OnVlan("pxe", 0, "PUT", ("primary_rack", second));
                site.OnVlan("pxe", 0, "PUT", ("secondary_rack", first));
                break;
            default:
                var subnet = InProcess.InProcessMaas.Text(site.Subnet("10.1.0.0/24").Id);
                site.Maas.Ask("POST", "ipranges/", null, ("type", "reserved"), ("start_ip", "10.1.0.20"), ("end_ip", "10.1.0.30"),
                    ("subnet", subnet));
                break;
        }

        Assert.Empty(await site.CompareAsync());
        Assert.Equal(0, await site.RepairAsync());
    }

    [Fact]
    public async Task A_machine_deleted_is_one_finding()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.OnMachine("DELETE", null);
        var drift = Assert.Single(await site.CompareAsync());
        Assert.Equal((DriftKind.Missing, "node1", false), (drift.Kind, drift.Target, drift.IsPossible));
    }

    [Fact]
    public async Task A_machine_marked_broken_is_one_finding()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Maas.Ask("POST", "machines/", "allocate", ("system_id", site.Machine.SystemId));
        site.OnMachine("POST", "mark_broken");
        Assert.Equal("node1: status of Machine node1 is Broken, the design says Ready or Deployed",
            Assert.Single(await site.CompareAsync()).ToString());
    }

    [Fact]
    public async Task A_deleted_VLAN_is_one_finding_though_nodes_stand_on_it()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.OnSubnet("10.4.0.0/24", "DELETE");
        site.OnVlan("gp", 120, "DELETE");
        var drift = Assert.Single(await site.CompareAsync());
        Assert.Equal("store: Vlan gp/120 is missing: store", drift.ToString());
        await site.RepairAsync();
        Assert.Empty(await site.CompareAsync());
    }

    [Fact]
    public async Task Extras_are_told_in_detail_only()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Maas.Ask("POST", "tags/", null, ("name", "byhand"));
        site.Maas.Ask("POST", "tags/byhand/", "update_nodes", ("add", site.Machine.SystemId));
        Assert.Empty(await site.CompareAsync());
        var extras = (await site.CompareAsync(detailed: true)).Where(d => d.Resource == "byhand" || d.MaasValue == "byhand").ToList();
        Assert.Equal(2, extras.Count);
        Assert.All(extras, d => Assert.Equal(DriftKind.Extra, d.Kind));
    }

    [Fact]
    public async Task Kernel_parameters_that_somebody_gave_a_tag_of_the_design_are_told_in_detail_only()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Maas.Ask("PUT", "tags/compute/", null, ("kernel_opts", "nosmp"));
        Assert.Empty(await site.CompareAsync());
        Assert.Contains(
            "lab: kernel_opts of Tag compute is only in MAAS: nosmp", (await site.CompareAsync(detailed: true)).Select(d => d.ToString()));
    }

    [Fact]
    public async Task Keys_repositories_and_machines_of_nobody_are_told_in_detail_only()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Maas.Ask("POST", "account/prefs/sshkeys/", null,
            ("key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAICAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g eve"));
        site.Maas.Ask("POST", "package-repositories/", null, ("name", "theirs"), ("url", "http://eve:pw@theirs.example/"));
        site.Maas.Ask("POST", "machines/", null, ("architecture", "amd64"), ("mac_addresses", "52:54:00:99:99:99"),
            ("power_type", "manual"), ("hostname", "stranger"));
        site.Maas.Design = new(site.Maas.Design.Networks, site.Maas.Design.NetworkLinks, site.Maas.Design.Nodes)
        {
            Region = site.Maas.Design.Region! with { RemoveUnlistedRepositories = false },
        };
        Assert.Empty(await site.CompareAsync());
        var extras = (await site.CompareAsync(detailed: true)).Select(d => d.ToString()).ToList();
        Assert.Contains(extras, e => e.StartsWith("lab: SshKey eve (SHA256:", StringComparison.Ordinal));
        Assert.Contains("lab: PackageRepository theirs is only in MAAS: http://***@theirs.example/", extras);
        Assert.Single(extras, e => e.StartsWith("lab: Machine stranger (", StringComparison.Ordinal));
        Assert.DoesNotContain(
            extras, e => e.Contains("SshKey ann", StringComparison.Ordinal) || e.Contains("main_archive", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_does_not_write()
    {
        using var site = await DriftSite.StartAsync(deployed: true);
        Assert.Equal(MachineStatus.Deployed, site.Machine.Status);
        site.Maas.Core.Log.Clear();
        await site.CompareAsync(detailed: true);
        Assert.Equal(0, site.Maas.Writes);
    }

    [Fact]
    public async Task A_machine_as_designed_costs_no_request_of_its_own_but_for_bcaches_whose_cache_mode_no_listing_tells()
    {
        using var site = await DriftSite.StartAsync(deployed: true);
        site.Maas.Core.Log.Clear();
        await site.CompareAsync();
        var own = site.Maas.Core.Log.Snapshot().Where(r => r.Path.Contains(site.Machine.SystemId, StringComparison.Ordinal));
        Assert.EndsWith("/bcaches/", Assert.Single(own).Path, StringComparison.Ordinal);
    }

    private static async Task IsFoundAndMendedAsync(ManualChange change, bool deployed)
    {
        using var site = await DriftSite.StartAsync(deployed);
        change.Make(site);

        var found = await site.CompareAsync();

        var drift = Assert.Single(found);
        Assert.Contains(
            change.Finding[(change.Finding.IndexOf('|', StringComparison.Ordinal) + 1)..], drift.ToString(), StringComparison.Ordinal);
        Assert.True(drift.IsPossible, drift.Blocker);
        Assert.InRange(await site.RepairAsync(), change.FewestWrites ?? change.Writes, change.Writes);
        Assert.Empty(await site.CompareAsync());
    }
}

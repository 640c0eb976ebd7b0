using System.Text.Json;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.Saving;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;
using Drydock.Maas.Simulator.Tests.Machines;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>A simulator that is saved and started again is the same one.</summary>
public sealed class SavedStateTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("drydock-maas-").FullName;
    private readonly FakeTimeProvider _time = new(new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero));

    private string File => Path.Combine(_folder, "state.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_GET_answers_the_same_before_and_after()
    {
        var lab = Busy();

        var again = SaveAndLoad(lab.Core.State);

        var paths = GetPaths(lab.Core.State).ToList();
        Assert.True(paths.Count > 60);
        Assert.All(paths, path => Assert.Equal(Read(lab.Core, path), Read(again, path)));
    }

    [Fact]
    public void What_is_made_afterwards_gets_the_same_numbers_and_names()
    {
        var lab = Busy();
        var again = SaveAndLoad(lab.Core.State);

        Assert.Equal(CreateMachine(lab.Core), CreateMachine(again));
    }

    [Fact]
    public void Machines_under_way_go_on()
    {
        var lab = new OneMachine();
        lab.Do("deploy");
        lab.Pass(TimeSpan.FromSeconds(20));
        var again = SaveAndLoad(lab.Core.State);

        _time.Advance(Long);
        new TransitionRunner(again.State).RunDue();

        var machine = again.State.Nodes.OfType<SimulatedMachine>().First();
        Assert.Equal((MachineStatus.Deployed, "on"), (machine.Status, machine.PowerState));
        Assert.Contains(machine.Interfaces.SelectMany(nic => nic.Links), link => link.Address is not null);
    }

    [Fact]
    public void Time_goes_on_from_where_it_was_saved()
    {
        var lab = new OneMachine();
        var now = lab.Core.State.Now;

        Assert.Equal(now, SaveAndLoad(lab.Core.State).State.Now);
    }

    [Theory]
    [InlineData("", "no saved simulator")]
    [InlineData("{}", "no saved simulator")]
    [InlineData("{\"format\": \"x\", \"version\": 1}", "not written by a simulator")]
    [InlineData("{\"format\": \"Drydock.Maas.Simulator\", \"version\": 99}", "version 99")]
    [InlineData(
        "{\"format\": \"Drydock.Maas.Simulator\", \"version\": 1, \"now\": \"2026-01-01T00:00:00Z\", \"speed\": 1, "
            + "\"state\": 0, \"events\": [], "
        + "\"objects\": [{\"$id\": 1, \"$type\": \"Process\"}]}",
        "Process")]
    public void A_broken_file_is_named_with_the_reason(string content, string reason)
    {
        System.IO.File.WriteAllText(File, content);

        var error = Assert.Throws<MaasException>(() => MaasSimulator.CreateCore(new() { StatePath = File }));

        Assert.Equal("SimulatorStateInvalid", error.ErrorId);
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_refused()
    {
        StateFile.Write(new OneMachine().Core.State, File);
        var whole = System.IO.File.ReadAllText(File);
        System.IO.File.WriteAllText(File, whole[..(whole.Length / 2)]);

        Assert.Throws<MaasException>(() => MaasSimulator.CreateCore(new() { StatePath = File }));
    }

    [Fact]
    public void Nothing_but_the_file_is_left_in_the_folder()
    {
        StateFile.Write(new OneMachine().Core.State, File);
        StateFile.Write(new OneMachine().Core.State, File);

        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_file_of_every_version_there_was_is_read()
    {
        for (var version = 1; version <= StateWriter.Version; version++)
        {
            var file = Path.Combine(AppContext.BaseDirectory, "Fixtures", $"state-{version}.json");
            var core = MaasSimulator.CreateCore(new() { StatePath = file, TimeProvider = _time });

            Assert.Equal(["DiskErasing", "Ready", "Ready", "Commissioning", "Ready"], StatusesOf(core));
            Assert.Empty(SavedMembers(file).Except(StateUpgrade.Replaced).Except(SavedMembers(Save(core.State))));
            Assert.Equal(["172.30.0.77"], core.State.HeldAddresses.Select(held => held.Address.ToString()));
            _time.Advance(Long);
            Assert.Equal(["Ready", "Ready", "Ready", "Ready", "Ready"], StatusesOf(core));
            Assert.All(GetPaths(core.State), path => Read(core, path));
        }
    }

    [Fact]
    public void Volumes_of_the_first_version_have_the_names_they_had()
    {
        var core = MaasSimulator.CreateCore(
            new() { StatePath = Path.Combine(AppContext.BaseDirectory, "Fixtures", "state-1.json"), TimeProvider = _time });

        var machines = core.State.Nodes.OfType<SimulatedMachine>().ToList();
        Assert.Contains(machines[1].BlockDevices, device => (device.Name, device.FullName) == ("lvroot", "vgroot-lvroot"));
        Assert.Equal(["sda-part1", "sda-part2"], machines[2].BlockDevices[0].Partitions.Select(partition => partition.Name));
        Assert.Equal("/", machines[0].BlockDevices[0].Partitions[0].EffectiveFilesystem!.MountPoint);
    }

    private static IEnumerable<string> StatusesOf(SimulatorCore core)
    {
        new TransitionRunner(core.State).RunDue();
        return core.State.Nodes.OfType<SimulatedMachine>().Select(machine => machine.Status.ToString());
    }

    /// <summary>Each member that a file speaks of, with its class: one that is no longer known would be lost without a word.</summary>
    private static IEnumerable<string> SavedMembers(string file)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllText(file));
        return [.. document.RootElement.GetProperty("objects").EnumerateArray().SelectMany(
            item => item.EnumerateObject().Select(member => $"{GetClass(item)}.{member.Name}")).Distinct()];
    }

    private static string GetClass(JsonElement item) =>
        item.GetProperty("$type").GetString() is var name && StateUpgrade.RenamedClasses.TryGetValue(name!, out var renamed) ? renamed : name!;

    private string Save(SimulatorState state)
    {
        StateFile.Write(state, File);
        return File;
    }

    /// <summary>Something of everything: networks, tags, every kind of storage, a machine in each state of the way.</summary>
    private static OneMachine Busy()
    {
        var lab = new OneMachine(others: 4);
        Ok(lab.Ask("POST", "spaces/", null, ("name", "dmz")));
        Ok(lab.Ask("POST", "tags/", null, ("name", "rare"), ("comment", "seldom")));
        Ok(lab.Ask("POST", "zones/", null, ("name", "cellar")));
        Ok(lab.Ask("POST", "resourcepools/", null, ("name", "pond")));
        Ok(lab.Ask("POST", "domains/", null, ("name", "lab.example")));
        Ok(lab.Ask("POST", "dnsresources/", null, ("fqdn", "www.lab.example"), ("ip_addresses", "172.30.0.77")));
        Ok(lab.Ask("POST", "ipranges/", null, ("type", "reserved"), ("start_ip", "172.30.0.50"), ("end_ip", "172.30.0.60")));
        Ok(lab.Ask("POST", "subnets/", null, ("cidr", "10.9.0.0/24"), ("name", "nine"), ("gateway_ip", "10.9.0.1")));
        Ok(lab.Ask("POST", "maas/", "set_config", ("name", "kernel_opts"), ("value", "quiet")));
        Ok(lab.Ask("POST", "tags/rare/", "update_nodes", ("add", lab.Machine.SystemId)));
        Ok(lab.Node("POST", "blockdevices/sdb/", ("op", "format"), ("fstype", "ext4")));
        var other = lab.Machines[1];
        Ok(lab.Ask("POST", $"machines/{other.SystemId}/", "set_storage_layout", ("storage_layout", "lvm")));
        Ok(lab.Ask("POST", $"machines/{lab.Machines[2].SystemId}/", "set_storage_layout", ("storage_layout", "bcache")));
        Ok(lab.Ask(
            "PUT", $"nodes/{other.SystemId}/interfaces/{other.Interfaces[1].Id}/", null, ("vlan", $"{other.Interfaces[0].Vlan!.Id}")));
        Ok(lab.Ask(
            "POST", $"nodes/{other.SystemId}/interfaces/", "create_bond", ("name", "bond0"), ("parents", $"{other.Interfaces[0].Id}"),
            ("parents", $"{other.Interfaces[1].Id}")));
        Ok(lab.Do("deploy"));
        lab.Pass(Long);
        Ok(lab.Do("release", ("erase", "true")));
        Ok(lab.Ask("POST", $"machines/{lab.Machines[3].SystemId}/", "commission"));
        lab.Pass(TimeSpan.FromSeconds(20));
        return lab;
    }

    private static void Ok(ApiResponse answer) => Assert.True(answer.Status < 300, answer.BodyText);

    private static IEnumerable<string> GetPaths(SimulatorState state)
    {
        string[] site =
        [
            "fabrics/", "spaces/", "subnets/", "ipranges/", "static-routes/", "domains/", "dnsresources/", "tags/", "zones/",
            "resourcepools/", "users/", "account/prefs/sshkeys/", "boot-resources/", "boot-sources/", "package-repositories/",
            "rackcontrollers/", "machines/", "ipaddresses/", "machines/?op=power_parameters", "events/?op=query", "tags/rare/?op=nodes",
            "maas/?op=get_config&name=kernel_opts",
            "account/?op=list_authorisation_tokens", "subnets/1/?op=ip_addresses", "subnets/1/?op=unreserved_ip_ranges",
        ];
        string[] machine =
        [
            "interfaces/", "blockdevices/", "volume-groups/", "raids/", "bcaches/", "bcache-cache-sets/", "results/",
            "results/?include_output=true",
        ];
        return site.Concat(state.Nodes.OfType<SimulatedMachine>().SelectMany(m => machine.Select(part => $"nodes/{m.SystemId}/{part}")
            .Append($"machines/{m.SystemId}/").Append($"machines/{m.SystemId}/?op=details")));
    }

    private static string Read(SimulatorCore core, string path)
    {
        var (route, query) = path.Split('?') is [var left, var right] ? (left, right) : (path, "");
        var answer = core.HandleAs(
            core.State.Users.First(user => user.Username == SiteSeeder.AdminName),
            new("GET", Router.ApiRoot + route) { Query = query });
        Assert.True(answer.Status == 200, path + answer.BodyText);
        return answer.BodyText;
    }

    private static string CreateMachine(SimulatorCore core) => core.HandleAs(
        core.State.Users.First(user => user.IsSuperuser),
        new("POST", Router.ApiRoot + "machines/")
        {
            ContentType = "application/x-www-form-urlencoded",
            Body = "architecture=amd64&mac_addresses=52:54:00:aa:bb:cc&power_type=manual"u8.ToArray(),
        }).BodyText;

    private SimulatorCore SaveAndLoad(SimulatorState state)
    {
        return MaasSimulator.CreateCore(new() { StatePath = Save(state), TimeProvider = _time });
    }
}

using Drydock.Maas.Client.Tests.Fakes;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Tests;

/// <summary>Versions of MAAS differ: what is missing, null or new must not stop a run.</summary>
public sealed class ModelReadingTests
{
    [Fact]
    public async Task Members_we_do_not_know_are_ignored()
    {
        var machine = await ReadMachineAsync("""{"system_id": "4y3h7n", "is_dpu": false, "future": {"a": [1, 2]}}""");

        Assert.Equal("4y3h7n", machine.SystemId);
    }

    [Fact]
    public async Task What_is_missing_is_empty()
    {
        var machine = await ReadMachineAsync("{}");

        Assert.Equal(("", "", ""), (machine.SystemId, machine.Hostname, machine.StatusName));
        Assert.Empty(machine.Interfaces);
        Assert.Empty(machine.BlockDevices);
        Assert.Empty(machine.WorkloadAnnotations);
        Assert.Null(machine.BootInterface);
    }

    [Theory]
    [InlineData("""{"state": "on"}""", "on")]
    [InlineData("""{"state": null}""", "unknown")]
    [InlineData("""{"state": ""}""", "unknown")]
    [InlineData("{}", "unknown")]
    public async Task A_power_state_that_MAAS_does_not_say_is_unknown(string answer, string state)
    {
        using var maas = new FakeMaas(Answers.Json(answer));
        using var client = Clients.Of(maas);

        Assert.Equal(state, await client.Machines.QueryPowerStateAsync("4y3h7n", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_null_is_empty()
    {
        var machine = await ReadMachineAsync(
            """{"system_id": null, "hostname": null, "tag_names": null, "interface_set": null, "workload_annotations": null}""");

        Assert.Equal(("", ""), (machine.SystemId, machine.Hostname));
        Assert.Empty(machine.TagNames);
        Assert.Empty(machine.Interfaces);
        Assert.Empty(machine.WorkloadAnnotations);
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"is_dpu": false, "enable_kernel_crash_dump": false, "ephemeral_deploy": false, "enable_hw_sync": false}""", false)]
    public async Task What_an_older_MAAS_does_not_tell_is_unknown(string answer, bool? told)
    {
        var machine = await ReadMachineAsync(answer);

        Assert.Equal(
            (told, told, told, told), (machine.IsDpu, machine.EnableKernelCrashDump, machine.EphemeralDeploy, machine.EnableHwSync));
        Assert.Null(machine.ErrorDescription);
    }

    [Fact]
    public async Task A_status_MAAS_has_yet_to_invent_stays_as_it_is_called()
    {
        var machine = await ReadMachineAsync("""{"status": 99, "status_name": "Meditating"}""");

        Assert.Equal((99, "Meditating"), (machine.Status, machine.StatusName));
    }

    [Fact]
    public async Task Numbers_may_stand_as_texts() => Assert.Equal(8192, (await ReadMachineAsync("""{"memory": "8192"}""")).Memory);

    [Theory]
    [InlineData("199999868928.0")]
    [InlineData("1.99999868928E+11")]
    [InlineData("\"199999868928.0\"")]
    public async Task A_whole_number_may_be_written_as_a_float(string size)
    {
        var machine = await ReadMachineAsync(
            $$"""{"blockdevice_set": [{"id": 1.0, "size": {{size}} }], "interface_set": [{"id": 3, "link_speed": 1000.0, "params": {"mtu": 1500.0} }]}""");

        Assert.Equal((1, 199_999_868_928), (machine.BlockDevices[0].Id, machine.BlockDevices[0].Size));
        Assert.Equal((1000, 1500), (machine.Interfaces[0].LinkSpeed, machine.Interfaces[0].Params!.Mtu));
    }

    [Fact]
    public async Task A_list_with_a_RAID_10_is_read_whole()
    {
        using var maas = new FakeMaas(Answers.Json("""[{"id": 1, "size": 199999868928}, {"id": 2, "level": "raid-10", "size": 199999868928.0}]"""));
        using var client = Clients.Of(maas);

        var raids = await client.Raids.ListAsync("4y3h7n", TestContext.Current.CancellationToken);

        Assert.Equal([199_999_868_928, 199_999_868_928], raids.Select(r => r.Size));
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("\"many\"")]
    [InlineData("1e30")]
    [InlineData("99999999999")]
    public async Task What_is_no_whole_number_is_not_taken_for_one(string count) => Assert.Equal(
        "NotMaas",
        (await Assert.ThrowsAsync<MaasConnectionException>(() => ReadMachineAsync($$"""{"cpu_count": {{count}} }"""))).ErrorId);

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task An_interface_without_parameters_has_none(string parameters)
    {
        var machine = await ReadMachineAsync($$"""{"interface_set": [{"id": 3, "params": {{parameters}}}]}""");

        Assert.Null(Assert.Single(machine.Interfaces).Params);
    }

    [Fact]
    public async Task Parameters_of_an_interface_are_read()
    {
        var machine = await ReadMachineAsync(
            """{"interface_set": [{"id": 3, "params": {"mtu": 9000, "bond_mode": "802.3ad", "bond_downdelay": 200}}]}""");

        var parameters = Assert.Single(machine.Interfaces).Params!;
        Assert.Equal((9000, "802.3ad", 200), (parameters.Mtu, parameters.BondMode, parameters.BondDownDelay));
    }

    [Fact]
    public async Task Sizes_beyond_32_bits_are_read()
    {
        var machine = await ReadMachineAsync("""{"blockdevice_set": [{"id": 1, "size": 18000207937536}]}""");

        Assert.Equal(18_000_207_937_536, Assert.Single(machine.BlockDevices).Size);
    }

    private static async Task<Machine> ReadMachineAsync(string json)
    {
        using var maas = new FakeMaas(Answers.Json(json));
        using var client = Clients.Of(maas);
        return await client.Machines.GetAsync("4y3h7n", TestContext.Current.CancellationToken);
    }
}

using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Wire;

public sealed class MachineWriteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_machine_is_named_and_given_its_power()
    {
        var update = new MachineUpdate
        {
            Hostname = "node0001",
            Domain = "mgmt.example.com",
            PowerType = "ipmi",
            PowerParameters = new Dictionary<string, string> { ["power_address"] = "10.0.0.9", ["power_pass"] = "p&ss w=rd" },
        };
        return Sending.ExpectAsync(
            c => c.Machines.UpdateAsync("4y3h7n", update, Cancel),
            "PUT machines/4y3h7n/",
            "hostname=node0001",
            "domain=mgmt.example.com",
            "power_type=ipmi",
            "power_parameters_power_address=10.0.0.9",
            "power_parameters_power_pass=p&ss w=rd");
    }

    [Fact]
    public Task Commissioning_sends_the_flags_that_are_set_and_scripts_in_one_list()
    {
        var request = new CommissionRequest
        {
            EnableSsh = true,
            SkipBmcConfig = true,
            SkipNetworking = true,
            SkipStorage = true,
            CommissioningScripts = ["lldp", "raid"],
            TestingScripts = ["none"],
        };
        return Sending.ExpectAsync(
            c => c.Machines.CommissionAsync("4y3h7n", request, Cancel),
            "POST machines/4y3h7n/?op=commission",
            "enable_ssh=true",
            "skip_bmc_config=true",
            "skip_networking=true",
            "skip_storage=true",
            "commissioning_scripts=lldp,raid",
            "testing_scripts=none");
    }

    [Fact]
    public Task Commissioning_without_wishes_has_no_body() =>
        Sending.ExpectAsync(
            c => c.Machines.CommissionAsync("4y3h7n", new CommissionRequest(), Cancel),
            "POST machines/4y3h7n/?op=commission");

    [Fact]
    public Task One_machine_is_allocated_by_its_system_id() =>
        Sending.ExpectAsync(c => c.Machines.AllocateAsync("4y3h7n", Cancel), "POST machines/?op=allocate", "system_id=4y3h7n");

    [Fact]
    public Task Deploying_names_release_kernel_and_user_data()
    {
        var request = new DeployRequest
        {
            DistroSeries = "jammy",
            HweKernel = "ga-22.04",
            UserData = "I2Nsb3VkLWNvbmZpZwo=",
            Comment = "by design",
        };
        return Sending.ExpectAsync(
            c => c.Machines.DeployAsync("4y3h7n", request, Cancel),
            "POST machines/4y3h7n/?op=deploy",
            "distro_series=jammy",
            "hwe_kernel=ga-22.04",
            "user_data=I2Nsb3VkLWNvbmZpZwo=",
            "comment=by design");
    }

    [Fact]
    public Task A_machine_is_released_without_a_body() =>
        Sending.ExpectAsync(c => c.Machines.ReleaseAsync("4y3h7n", new ReleaseRequest(), Cancel), "POST machines/4y3h7n/?op=release");

    [Fact]
    public Task A_storage_layout_has_sizes_in_bytes()
    {
        var layout = new StorageLayoutRequest
        {
            Layout = "lvm",
            RootDevice = 3,
            RootSize = 20_000_000_000,
            BootSize = 1_000_000_000,
            VolumeGroupName = "vgroot",
            LogicalVolumeName = "lvroot",
            LogicalVolumeSize = 15_000_000_000,
        };
        return Sending.ExpectAsync(
            c => c.Machines.SetStorageLayoutAsync("4y3h7n", layout, Cancel),
            "POST machines/4y3h7n/?op=set_storage_layout",
            "storage_layout=lvm",
            "root_device=3",
            "root_size=20000000000",
            "boot_size=1000000000",
            "vg_name=vgroot",
            "lv_name=lvroot",
            "lv_size=15000000000");
    }

    [Fact]
    public Task Annotations_are_fields_and_an_empty_one_removes() =>
        Sending.ExpectAsync(
            c => c.Machines.SetWorkloadAnnotationsAsync("4y3h7n", new Dictionary<string, string> { ["rack"] = "r1", ["old"] = "" }, Cancel),
            "POST machines/4y3h7n/?op=set_workload_annotations",
            "rack=r1",
            "old=");
}

using Drydock.Maas.Api;

namespace Drydock.Maas.Client.Tests.Contract;

/// <summary>Recorded requests by their number, and the calls that must send the same.</summary>
internal static class RecordedCalls
{
    private const string Key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIO6PfTl4oDYKWzdR3qKCDFuSNgVU2yMKiEzeCfVl+M0q fixture@example";

    public static IReadOnlyDictionary<int, Func<IMaasClient, Task>> Site { get; } = new Dictionary<int, Func<IMaasClient, Task>>
    {
        [48] = c => c.SshKeys.CreateAsync(Key, Cancel),
        [52] = c => c.SshKeys.ListAsync(Cancel),
        [58] = c => c.Fabrics.ListAsync(Cancel),
        [61] = c => c.Fabrics.CreateAsync("fab-a", Cancel),
        [64] = c => c.Fabrics.CreateAsync("fab-mp", Cancel),
        [70] = c => c.Fabrics.UpdateAsync(48, "fab-c", Cancel),
        [77] = c => c.Vlans.CreateAsync(48, new VlanUpdate { Name = "v", Vid = 5000 }, Cancel),
        [84] = c => c.Vlans.UpdateAsync(48, 10, new VlanUpdate { Name = "v10x", Mtu = 1500 }, Cancel),
        [107] = c => c.Subnets.ListAsync(Cancel),
        [112] = c => c.Subnets.CreateAsync(new SubnetUpdate { Cidr = "198.51.100.7/24", Name = "hostbits" }, Cancel),
        [127] = c => c.Subnets.UpdateAsync(
            6, new SubnetUpdate { Name = "doc2", GatewayIP = "192.0.2.254", DnsServers = ["192.0.2.9"] }, Cancel),
        [128] = c => c.Subnets.UpdateAsync(6, new SubnetUpdate { GatewayIP = "", DnsServers = [] }, Cancel),
        [131] = c => c.IPRanges.CreateAsync(
            new IPRangeRequest { Type = "dynamic", SubnetId = 6, StartIP = "192.0.2.100", EndIP = "192.0.2.150", Comment = "c" }, Cancel),
        [132] = c => c.IPRanges.CreateAsync(new IPRangeRequest { Type = "reserved", StartIP = "192.0.2.10", EndIP = "192.0.2.20" }, Cancel),
        [142] = c => c.IPRanges.DeleteAsync(3, Cancel),
        [145] = c => c.StaticRoutes.CreateAsync(1, 6, "10.20.0.1", 10, Cancel),
        [152] = c => c.StaticRoutes.ListAsync(Cancel),
        [153] = c => c.StaticRoutes.DeleteAsync(1, Cancel),
        [157] = c => c.Domains.ListAsync(Cancel),
        [217] = c => c.Tags.ListAsync(Cancel),
        [218] = c => c.Tags.CreateAsync(new TagRequest { Name = "tag-a", KernelOpts = "nomodeset", Comment = "c" }, Cancel),
        [226] = c => c.Tags.UpdateNodesAsync("tag-a", ["r6m3yq", "n6m73r"], [], Cancel),
        [227] = c => c.Tags.UpdateNodesAsync("tag-a", [], ["n6m73r"], Cancel),
        [229] = c => c.Tags.UpdateNodesAsync("tag-a", [], [], Cancel),
        [239] = c => c.Tags.DeleteAsync("tag-b", Cancel),
        [247] = c => c.BootResources.IsImportingAsync(Cancel),
        [287] = c => c.RackControllers.ListAsync(Cancel),
        [418] = c => c.Vlans.CreateAsync(0, new VlanUpdate { Name = "v300", Vid = 300 }, Cancel),
    };

    public static IReadOnlyDictionary<int, Func<IMaasClient, Task>> Machines { get; } = new Dictionary<int, Func<IMaasClient, Task>>
    {
        [34] = c => c.WhoAmIAsync(Cancel),
        [289] = c => c.Machines.ListAsync(Named("node00001"), Cancel),
        [290] = c => c.Machines.ListAsync(Named("node00001", "node00008"), Cancel),
        [293] = c => c.Machines.ListAsync(new MachineFilter { MacAddresses = ["52:54:45:00:01:00"] }, Cancel),
        [297] = c => c.Machines.ListAsync(new MachineFilter { SystemIds = ["r6m3yq", "n6m73r"] }, Cancel),
        [300] = c => c.Machines.ListAsync(new MachineFilter { Statuses = ["new"] }, Cancel),
        [303] = c => c.Machines.ListAsync(new MachineFilter { Zones = ["nosuch"] }, Cancel),
        [304] = c => c.Machines.ListAsync(new MachineFilter { Pools = ["gpu"] }, Cancel),
        [306] = c => c.Machines.ListAsync(new MachineFilter { Tags = ["nosuch"] }, Cancel),
        [314] = c => c.Machines.GetAsync("cqqqdp", Cancel),
        [315] = c => c.Machines.GetAsync("nosuch", Cancel),
        [316] = c => c.Machines.GetPowerParametersAsync(null, Cancel),
        [317] = c => c.Machines.GetPowerParametersAsync(["r6m3yq"], Cancel),
        [324] = c => c.Machines.GetResultsAsync("r6m3yq", Cancel),
        [348] = c => c.Machines.UpdateAsync("6tg7y6", new MachineUpdate { PowerParameters = Of(("power_pass", "secret2")) }, Cancel),
        [359] = c => c.Machines.SetWorkloadAnnotationsAsync("cqqqdp", Of(("role", "web"), ("seq", "")), Cancel),
        [656] = c => c.Machines.CommissionAsync("7gc4m6", new CommissionRequest(), Cancel),
        [658] = c => c.Machines.CommissionAsync("d73nqm", new CommissionRequest { CommissioningScripts = ["nosuch"] }, Cancel),
        [659] = c => c.Machines.CommissionAsync("d73nqm", new CommissionRequest { TestingScripts = ["nosuch"] }, Cancel),
        [670] = c => c.Machines.DeployAsync("and4kq", new DeployRequest { DistroSeries = "jammy" }, Cancel),
        [673] = c => c.Machines.ReleaseAsync("and4kq", new ReleaseRequest(), Cancel),
        [685] = c => c.Machines.DeployAsync("r3g44x", new DeployRequest(), Cancel),
        [687] = c => c.Machines.AllocateAsync("xpqmg8", Cancel),
        [691] = c => c.Machines.DeployAsync("6ahaby", new DeployRequest { DistroSeries = "jammy", UserData = "%%%not base64%%%" }, Cancel),
        [707] = c => c.Machines.ReleaseAsync("7cmmwp", new ReleaseRequest(), Cancel),
    };

    public static IReadOnlyDictionary<int, Func<IMaasClient, Task>> Network { get; } = new Dictionary<int, Func<IMaasClient, Task>>
    {
        [391] = c => c.Interfaces.LinkSubnetAsync("r6m3yq", 101, new LinkRequest { Mode = "STATIC", SubnetId = 1 }, Cancel),
        [393] = c => c.Interfaces.LinkSubnetAsync(
            "r6m3yq", 101, new LinkRequest { Mode = "STATIC", SubnetId = 1, IPAddress = "10.20.0.2" }, Cancel),
        [399] = c => c.Interfaces.LinkSubnetAsync("r6m3yq", 101, new LinkRequest { Mode = "LINK_UP", SubnetId = 1, Force = true }, Cancel),
        [400] = c => c.Interfaces.LinkSubnetAsync(
            "r6m3yq", 3, new LinkRequest { Mode = "AUTO", SubnetId = 2, DefaultGateway = true }, Cancel),
        [402] = c => c.Interfaces.LinkSubnetAsync(
            "r6m3yq", 3, new LinkRequest { Mode = "STATIC", SubnetId = 2, IPAddress = "10.30.0.51", DefaultGateway = true }, Cancel),
        [404] = c => c.Interfaces.SetDefaultGatewayAsync("r6m3yq", 3, 371, Cancel),
        [405] = c => c.Interfaces.UnlinkSubnetAsync("r6m3yq", 3, 371, Cancel),
        [411] = c => c.Interfaces.UpdateAsync("r6m3yq", 3, new InterfaceUpdate { VlanId = 1 }, Cancel),
        [412] = c => c.Interfaces.CreateBondAsync("r6m3yq", Bond, Cancel),
        [420] = c => c.Interfaces.CreateVlanAsync("r6m3yq", 102, 56, null, Cancel),
        [430] = c => c.Interfaces.DeleteAsync("r6m3yq", 104, Cancel),
        [437] = c => c.Interfaces.UpdateAsync("cqqqdp", 16, new InterfaceUpdate { Name = "zz0" }, Cancel),
    };

    public static IReadOnlyDictionary<int, Func<IMaasClient, Task>> Storage { get; } = new Dictionary<int, Func<IMaasClient, Task>>
    {
        [455] = c => c.BlockDevices.FormatAsync(
            "n6m73r",
            93,
            new FormatRequest { FilesystemType = "ext4", Label = "data", Uuid = "99f7eec5-055d-461e-b845-9810f35ec6fb" },
            Cancel),
        [456] = c => c.BlockDevices.FormatAsync("n6m73r", 93, new FormatRequest { FilesystemType = "xfs" }, Cancel),
        [460] = c => c.BlockDevices.MountAsync("n6m73r", 93, "/srv2", null, Cancel),
        [462] = c => c.BlockDevices.UnformatAsync("n6m73r", 93, Cancel),
        [463] = c => c.BlockDevices.UnmountAsync("n6m73r", 93, Cancel),
        [469] = c => c.BlockDevices.SetBootDiskAsync("n6m73r", 4, Cancel),
        [482] = c => c.Partitions.FormatAsync("n6m73r", 3, 180, new FormatRequest { FilesystemType = "ext4", Label = "root" }, Cancel),
        [483] = c => c.Partitions.MountAsync("n6m73r", 3, 180, "/", null, Cancel),
        [488] = c => c.Partitions.UnformatAsync("n6m73r", 3, 180, Cancel),
        [493] = c => c.Partitions.DeleteAsync("n6m73r", 3, 181, Cancel),
        [495] = c => c.VolumeGroups.CreateAsync("n6m73r", new VolumeGroupRequest { Name = "vg0", BlockDevices = [4, 93] }, Cancel),
        [500] = c => c.VolumeGroups.ListAsync("n6m73r", Cancel),
        [504] = c => c.VolumeGroups.DeleteAsync("n6m73r", 2, Cancel),
        [509] = c => c.VolumeGroups.DeleteLogicalVolumeAsync("n6m73r", 1, 96, Cancel),
        [535] = c => c.Machines.SetStorageLayoutAsync("n6m73r", new StorageLayoutRequest { Layout = "flat" }, Cancel),
        [555] = c => c.VolumeGroups.CreateAsync(
            "k6aygm", new VolumeGroupRequest { Name = "vg0", BlockDevices = [101], Uuid = "1b2e3b0e-83cd-4af2-a38c-848615f8243a" }, Cancel),
        [583] = c => c.VolumeGroups.CreateAsync("k6aygm", new VolumeGroupRequest { Name = "vgp", Partitions = [189, 190] }, Cancel),
    };

    private static BondRequest Bond => new()
    {
        Name = "bond0",
        Parents = [3, 101],
        Mode = "802.3ad",
        MonitorInterval = 100,
        LacpRate = "fast",
        TransmitHashPolicy = "layer3+4",
        Mtu = 9000,
    };

    /// <summary>A filter of names as recorded: of a name asked for by itself every usual spelling is sent.</summary>
    private static MachineFilter Named(params string[] names) => new() { Others = new Dictionary<string, IReadOnlyList<string>> { ["hostname"] = names } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Dictionary<string, string> Of(params (string Name, string Value)[] pairs) =>
        pairs.ToDictionary(p => p.Name, p => p.Value);
}

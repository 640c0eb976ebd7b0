using Drydock.Maas.Api;

namespace Drydock.Maas.Client.Tests.Contract;

/// <summary>More recorded requests by their number, of resources beyond those of Drydock's own run.</summary>
internal static class MoreRecordedCalls
{
    public static IReadOnlyDictionary<int, Func<IMaasClient, Task>> Site { get; } = new Dictionary<int, Func<IMaasClient, Task>>
    {
        [54] = c => c.SshKeys.ImportAsync("zz:someone", Cancel),
        [55] = c => c.SshKeys.DeleteAsync(1, Cancel),
        [92] = c => c.Vlans.DeleteAsync(55, Cancel),
        [96] = c => c.Spaces.ListAsync(Cancel),
        [97] = c => c.Spaces.CreateAsync("space-a", "d", Cancel),
        [100] = c => c.Spaces.CreateAsync(null, null, Cancel),
        [124] = c => c.Subnets.ListReservedRangesAsync(1, Cancel),
        [126] = c => c.Subnets.ListAddressesAsync(1, Cancel),
        [141] = c => c.IPRanges.UpdateAsync(3, new IPRangeRequest { EndIP = "192.0.2.160", Comment = "c2" }, Cancel),
        [155] = c => c.Subnets.DeleteAsync(6, Cancel),
        [169] = c => c.DnsResources.ListAsync(null, Cancel),
        [170] = c => c.DnsResources.CreateAsync(new DnsResourceRequest { Fqdn = "www.maas", IPAddresses = ["10.20.0.15"] }, Cancel),
        [171] = c => c.Zones.ListAsync(Cancel),
        [173] = c => c.Zones.CreateAsync("zone-b", null, Cancel),
        [174] = c => c.Zones.GetAsync("zone-b", Cancel),
        [175] = c => c.Zones.UpdateAsync("zone-b", null, "b2", Cancel),
        [176] = c => c.Zones.DeleteAsync("zone-b", Cancel),
        [178] = c => c.ResourcePools.ListAsync(Cancel),
        [180] = c => c.ResourcePools.CreateAsync("pool-b", null, Cancel),
        [182] = c => c.ResourcePools.UpdateAsync(2, null, "b2", Cancel),
        [183] = c => c.ResourcePools.DeleteAsync(2, Cancel),
        [185] = c => c.PackageRepositories.ListAsync(Cancel),
        [187] = c => c.PackageRepositories.CreateAsync(new PackageRepositoryRequest { Name = "ppa", Url = "ppa:foo/bar" }, Cancel),
        [195] = c => c.PackageRepositories.UpdateAsync(
            3, new PackageRepositoryRequest { Url = "http://mirror2.example.com/ubuntu", Key = "KEYDATA" }, Cancel),
        [196] = c => c.PackageRepositories.UpdateAsync(
            1, new PackageRepositoryRequest { Url = "http://archive.example.com/ubuntu", DisabledPockets = ["backports"] }, Cancel),
        [197] = c => c.PackageRepositories.DeleteAsync(3, Cancel),
        [201] = c => c.Configuration.GetAsync("enable_http_proxy", Cancel),
        [202] = c => c.Configuration.GetAsync("http_proxy", Cancel),
        [222] = c => c.Tags.CreateAsync(new TagRequest { Name = "tag-x", Definition = "//node" }, Cancel),
        [233] = c => c.Tags.ListMachinesAsync("tag-a", Cancel),
        [237] = c => c.Tags.UpdateAsync("tag-a", new TagRequest { Name = "tag-b", Comment = "c2" }, Cancel),
        [245] = c => c.BootResources.GetAsync(1, Cancel),
        [250] = c => c.BootSources.ListAsync(Cancel),
        [251] = c => c.BootSources.GetAsync(1, Cancel),
        [252] = c => c.BootSourceSelections.ListAsync(1, Cancel),
        [253] = c => c.BootSourceSelections.CreateAsync(
            1,
            new BootSourceSelectionRequest { Os = "ubuntu", Release = "jammy", Arches = ["arm64"], Subarches = ["*"], Labels = ["*"] },
            Cancel),
        [254] = c => c.BootSources.CreateAsync(new BootSourceRequest { Url = "http://x.example.com/" }, Cancel),
        [259] = c => c.RackControllers.IsConnectedAsync("k6hth3", Cancel),
        [262] = c => c.Events.QueryAsync(new EventFilter { Limit = 3 }, Cancel),
        [265] = c => c.Devices.ListAsync(Cancel),
        [268] = c => c.DhcpSnippets.ListAsync(Cancel),
        [729] = c => c.BootResources.DeleteAsync(99999, Cancel),
    };

    public static IReadOnlyDictionary<int, Func<IMaasClient, Task>> Machines { get; } = new Dictionary<int, Func<IMaasClient, Task>>
    {
        [325] = c => c.Machines.GetResultsAsync("r6m3yq", new ScriptResultFilter { Type = "commissioning" }, Cancel),
        [334] = c => c.Machines.CreateAsync(Made2, Cancel),
        [346] = c => c.Machines.UpdateAsync(
            "6tg7y6",
            new MachineUpdate { Hostname = "made1b", Zone = "rack-a", Pool = "gpu", Description = "changed", Domain = "maas" },
            Cancel),
        [365] = c => c.Machines.MarkBrokenAsync("w3wyqm", "bad fan", Cancel),
        [366] = c => c.Machines.MarkFixedAsync("w3wyqm", "ok", Cancel),
        [370] = c => c.Machines.LockAsync("cqqqdp", "c", Cancel),
        [371] = c => c.Machines.DeleteAsync("cqqqdp", Cancel),
        [373] = c => c.Machines.UnlockAsync("cqqqdp", null, Cancel),
        [374] = c => c.Machines.DeleteAsync("6tg7y6", Cancel),
        [440] = c => c.Machines.ClearDefaultGatewaysAsync("r6m3yq", Cancel),
        [545] = c => c.Machines.MountSpecialAsync(
            "n6m73r", new SpecialMount { FilesystemType = "tmpfs", MountPoint = "/tmp", MountOptions = "size=1G" }, Cancel),
        [548] = c => c.Machines.UnmountSpecialAsync("n6m73r", "/tmp", Cancel),
        [619] = c => c.Machines.PowerOnAsync("and4kq", null, Cancel),
        [638] = c => c.Machines.QueryPowerStateAsync("7cmmwp", Cancel),
        [653] = c => c.Machines.AbortAsync("7cmmwp", "no", Cancel),
        [666] = c => c.Machines.TestAsync("and4kq", ["smartctl-validate"], false, Cancel),
        [694] = c => c.Machines.PowerOffAsync("r3g44x", PowerStopMode.Hard, null, Cancel),
        [698] = c => c.Machines.EnterRescueModeAsync("r3g44x", Cancel),
        [701] = c => c.Machines.ExitRescueModeAsync("r3g44x", Cancel),
        [703] = c => c.Machines.ReleaseAsync("x34tx6", new ReleaseRequest { Comment = "bye", Erase = false }, Cancel),
        [705] = c => c.Machines.ReleaseAsync("adh6dk", new ReleaseRequest { Erase = true, QuickErase = true, SecureErase = false }, Cancel),
    };

    public static IReadOnlyDictionary<int, Func<IMaasClient, Task>> Parts { get; } = new Dictionary<int, Func<IMaasClient, Task>>
    {
        [425] = c => c.Interfaces.CreateBridgeAsync("r6m3yq", new BridgeRequest { Name = "br1", ParentId = 2, Type = "ovs" }, Cancel),
        [512] = c => c.VolumeGroups.UpdateAsync("n6m73r", 1, new VolumeGroupUpdate { Name = "vgx", AddBlockDevices = [94] }, Cancel),
        [517] = c => c.Raids.CreateAsync("n6m73r", new RaidRequest { Name = "md0", Level = "raid-1", BlockDevices = [4, 93] }, Cancel),
        [525] = c => c.Raids.DeleteAsync("n6m73r", 3, Cancel),
        [527] = c => c.BcacheCacheSets.CreateAsync("n6m73r", new BcacheCacheSetRequest { CacheDeviceId = 93 }, Cancel),
        [528] = c => c.Bcaches.CreateAsync(
            "n6m73r", new BcacheRequest { Name = "bc0", CacheSetId = 1, BackingDeviceId = 4, CacheMode = "writeback" }, Cancel),
        [531] = c => c.Bcaches.DeleteAsync("n6m73r", 5, Cancel),
        [532] = c => c.BcacheCacheSets.DeleteAsync("n6m73r", 1, Cancel),
        [569] = c => c.Raids.ListAsync("k6aygm", Cancel),
        [580] = c => c.Raids.CreateAsync("k6aygm", new RaidRequest { Name = "md0", Level = "raid-0", Partitions = [189, 190] }, Cancel),
        [588] = c => c.BcacheCacheSets.ListAsync("k6aygm", Cancel),
    };

    private static MachineCreateRequest Made2 => new()
    {
        Hostname = "made2",
        Architecture = "amd64/generic",
        MacAddresses = ["52:54:00:aa:00:03"],
        PowerType = "ipmi",
        PowerParameters = new Dictionary<string, string> { ["power_address"] = "10.20.0.99", ["power_user"] = "u", ["power_pass"] = "p" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

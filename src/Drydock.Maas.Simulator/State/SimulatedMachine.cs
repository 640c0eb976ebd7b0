using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Scripts;

namespace Drydock.Maas.Simulator.State;

/// <summary>A machine: its place in the life cycle, its hardware and its storage.</summary>
internal sealed class SimulatedMachine : SimulatedNode, IMachineHistory
{
    private const long LeastBootDisk = 512L << 20;

    private SimulatedInterface? _bootInterface;

    public override int NodeType => 0;

    public MachineStatus Status { get; set; } = MachineStatus.New;

    /// <summary>The status before this one, or before the tests or the rescue mode it is in.</summary>
    public MachineStatus PreviousStatus { get; set; } = MachineStatus.New;

    /// <summary>What the allocating or deploying client called itself.</summary>
    public string AgentName { get; set; } = "";

    public string? StatusMessage { get; set; }

    public string? StatusAction { get; set; }

    /// <summary>Why it is broken or has failed.</summary>
    public string ErrorDescription { get; set; } = "";

    /// <summary>Whether its deployed kernel writes what it crashed at.</summary>
    public bool EnableKernelCrashDump { get; set; }

    public required SimulatedPool Pool { get; set; }

    public string PowerType { get; set; } = "manual";

    public string PowerState { get; set; } = "unknown";

    /// <summary>Whether it runs, which its controller knows also where MAAS does not.</summary>
    public bool IsRunning { get; set; }

    /// <summary>The number of its power controller, drawn when somebody first asks for it.</summary>
    public int? PowerController { get; set; }

    /// <summary>The key its installed system signs with, while it belongs to who it was made for; null before a deployment.</summary>
    public SimulatedToken? Token { get; set; }

    public Dictionary<string, JsonNode?> PowerParameters { get; } = new(StringComparer.Ordinal);

    public string OperatingSystem { get; set; } = "";

    public string DistroSeries { get; set; } = "";

    /// <summary>What the deployment hands to cloud-init, in base64; null for nothing.</summary>
    public string? UserData { get; set; }

    public string? HweKernel { get; set; }

    /// <summary>Null until a form has been saved.</summary>
    public string? MinHweKernel { get; set; } = "";

    public bool Netboot { get; set; } = true;

    public bool Locked { get; set; }

    public int CpuCount { get; set; }

    public int CpuSpeed { get; set; }

    /// <summary>MiB of its one NUMA node.</summary>
    public long NumaMemory { get; set; }

    /// <summary>Cores of its one NUMA node.</summary>
    public int Cores { get; set; }

    /// <summary>Bytes of swap an installation makes; null for its own choice.</summary>
    public long? SwapSize { get; set; }

    /// <summary>MiB.</summary>
    public long Memory { get; set; }

    public string? BiosBootMethod { get; set; }

    public bool CommissioningPassed { get; set; }

    public SortedDictionary<string, string> Annotations { get; } = new(StringComparer.Ordinal);

    /// <summary>The NICs its last commissioning saw.</summary>
    public List<(string Name, string Mac)> FoundNics { get; } = [];

    /// <summary>The one it booted from, else the oldest.</summary>
    public SimulatedInterface? BootInterface
    {
        get => _bootInterface ?? Interfaces.MinBy(nic => nic.Id);
        set => _bootInterface = value;
    }

    public List<SimulatedBlockDevice> BlockDevices { get; } = [];

    public List<SimulatedVolumeGroup> VolumeGroups { get; } = [];

    public List<SimulatedRaid> Raids { get; } = [];

    public List<SimulatedCacheSet> CacheSets { get; } = [];

    public List<SimulatedBcache> Bcaches { get; } = [];

    public List<SimulatedDatastore> Datastores { get; } = [];

    /// <summary>File systems in memory.</summary>
    public List<SimulatedFilesystem> SpecialFilesystems { get; } = [];

    /// <summary>File systems in memory that an allocation took over, or that were mounted since.</summary>
    public List<SimulatedFilesystem> AcquiredSpecialFilesystems { get; } = [];

    /// <summary>Those that can be seen.</summary>
    public List<SimulatedFilesystem> EffectiveSpecialFilesystems =>
        StatusGroups.ShowsAcquiredSpecials(Status, PreviousStatus) ? AcquiredSpecialFilesystems : SpecialFilesystems;

    public SimulatedBlockDevice? BootDisk { get; set; }

    /// <summary>The link whose subnet's gateway of IPv4 was chosen by hand.</summary>
    public SimulatedLink? GatewayLink { get; set; }

    /// <summary>The same of IPv6.</summary>
    public SimulatedLink? GatewayLinkV6 { get; set; }

    public List<SimulatedScriptSet> ScriptSets { get; } = [];

    /// <summary>Whether its last installation is the one it runs or is getting.</summary>
    public bool HasInstallation { get; set; }

    /// <summary>What commissioning will find.</summary>
    public HiddenHardware Hardware { get; init; } = new();

    /// <summary>Whether its installed system reports changes of its hardware.</summary>
    public bool EnableHwSync { get; set; }

    /// <summary>Whether its controller cannot tell how it is.</summary>
    public bool HasUnclearPower { get; set; }

    /// <summary>Whether it was asked to run from memory when it was last deployed.</summary>
    public bool EphemeralDeploy { get; set; }

    /// <summary>Whether a deployment runs from memory: asked for, or because there is nothing else.</summary>
    public bool IsEphemeral => (EphemeralDeploy || BlockDevices.Count == 0)
        && Status is MachineStatus.Deploying or MachineStatus.Deployed or MachineStatus.Allocated or MachineStatus.Ready;

    /// <summary>Whether it belongs to somebody, so that file systems are those of the allocation.</summary>
    public bool IsInUse => StatusGroups.InUse.Contains(Status);

    /// <summary>Counts changes of status, so that an event of an earlier life does nothing.</summary>
    public int Generation { get; set; }

    /// <summary>How it boots.</summary>
    public BootFirmware Firmware =>
        new(MainArchitecture, BiosBootMethod, PowerType, PowerParameters.GetValueOrDefault("power_boot_type")?.ToString());

    /// <summary>The first part of its architecture, amd64 for one.</summary>
    public string MainArchitecture => Architecture?.Split('/')[0] ?? "amd64";

    public IEnumerable<SimulatedBlockDevice> Disks => BlockDevices.Where(d => d.Group is null);

    /// <summary>The chosen one, else the first that is large enough.</summary>
    public SimulatedBlockDevice? EffectiveBootDisk => BootDisk ?? Disks.Where(d => d.Size >= LeastBootDisk).MinBy(d => d.Id);

    /// <summary>Takes a group off whichever list it stands in; false when it is in none.</summary>
    public bool Forget(SimulatedGroup group) => group switch
    {
        SimulatedVolumeGroup volumes => VolumeGroups.Remove(volumes),
        SimulatedRaid raid => Raids.Remove(raid),
        SimulatedBcache bcache => Bcaches.Remove(bcache),
        SimulatedCacheSet set => ForgetCacheSet(set),
        _ => Datastores.Remove((SimulatedDatastore)group),
    };

    /// <summary>Takes all groups off.</summary>
    public void ForgetGroups()
    {
        VolumeGroups.Clear();
        Raids.Clear();
        Bcaches.Clear();
        CacheSets.Clear();
        Datastores.Clear();
    }

    /// <summary>The last script set of a type, unless a release has put it aside.</summary>
    public SimulatedScriptSet? CurrentSet(int type) =>
        type == SimulatedScriptSet.Installation && !HasInstallation ? null : ScriptSets.FindLast(s => s.Type == type);

    /// <summary>The choice of a gateway goes with its link.</summary>
    public void ForgetGateways(Predicate<SimulatedLink> isGone)
    {
        if (GatewayLink is { } four && isGone(four))
            GatewayLink = null;
        if (GatewayLinkV6 is { } six && isGone(six))
            GatewayLinkV6 = null;
    }

    /// <summary>The gateway of the link's subnet becomes the machine's.</summary>
    public void ChooseGateway(SimulatedLink link)
    {
        if (link.Subnet?.IsV6 == true)
            GatewayLinkV6 = link;
        else
            GatewayLink = link;
    }

    /// <summary>Cache sets are called by their places in the order of their making.</summary>
    public void RenameCacheSets()
    {
        foreach (var (set, index) in CacheSets.OrderBy(set => set.Id).Select((set, index) => (set, index)))
            set.Name = string.Create(CultureInfo.InvariantCulture, $"cache{index}");
    }

    private bool ForgetCacheSet(SimulatedCacheSet set)
    {
        var known = CacheSets.Remove(set);
        RenameCacheSets();
        return known;
    }
}

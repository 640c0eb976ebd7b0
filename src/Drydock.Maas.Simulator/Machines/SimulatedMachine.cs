using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>A machine: its place in the life cycle, its hardware and its storage.</summary>
internal sealed class SimulatedMachine : SimulatedNode
{
    public override int NodeType => 0;

    public MachineStatus Status { get; set; } = MachineStatus.New;

    public string? StatusMessage { get; set; }

    public string? StatusAction { get; set; }

    public required SimulatedPool Pool { get; set; }

    public string PowerType { get; set; } = "manual";

    public string PowerState { get; set; } = "unknown";

    public Dictionary<string, string> PowerParameters { get; } = new(StringComparer.Ordinal);

    public string OperatingSystem { get; set; } = "";

    public string DistroSeries { get; set; } = "";

    public string? HweKernel { get; set; }

    public string MinHweKernel { get; set; } = "";

    public bool Netboot { get; set; } = true;

    public bool Locked { get; set; }

    public int CpuCount { get; set; }

    public int CpuSpeed { get; set; }

    /// <summary>MiB.</summary>
    public long Memory { get; set; }

    public string? BiosBootMethod { get; set; }

    public bool CommissioningPassed { get; set; }

    public SortedDictionary<string, string> Annotations { get; } = new(StringComparer.Ordinal);

    public SimulatedInterface? BootInterface { get; set; }

    public List<SimulatedBlockDevice> BlockDevices { get; } = [];

    public List<SimulatedVolumeGroup> VolumeGroups { get; } = [];

    public SimulatedBlockDevice? BootDisk { get; set; }

    /// <summary>The link whose subnet's gateway was chosen by hand.</summary>
    public SimulatedLink? GatewayLink { get; set; }

    public List<SimulatedScriptSet> ScriptSets { get; } = [];

    /// <summary>What commissioning will find.</summary>
    public HiddenHardware Hardware { get; init; } = new();

    /// <summary>Whether the next commissioning is to fail.</summary>
    public bool FailCommissioning { get; set; }

    /// <summary>Whether the next deployment is to fail.</summary>
    public bool FailDeployment { get; set; }

    /// <summary>Counts changes of status, so that an event of an earlier life does nothing.</summary>
    public int Generation { get; set; }

    public bool IsUefi => BiosBootMethod == "uefi";

    public IEnumerable<SimulatedBlockDevice> Disks => BlockDevices.Where(d => d.Group is null);

    public SimulatedBlockDevice? EffectiveBootDisk => BootDisk ?? Disks.MinBy(d => d.Id);

    public override JsonObject ToJson(SimulatorState state) => MachineJson.Render(state, this);
}

/// <summary>The statuses of MAAS, with its numbers.</summary>
internal enum MachineStatus
{
    New = 0,
    Commissioning = 1,
    FailedCommissioning = 2,
    Missing = 3,
    Ready = 4,
    Reserved = 5,
    Deployed = 6,
    Retired = 7,
    Broken = 8,
    Deploying = 9,
    Allocated = 10,
    FailedDeployment = 11,
    Releasing = 12,
    ReleasingFailed = 13,
    DiskErasing = 14,
    FailedDiskErasing = 15,
    RescueMode = 16,
    EnteringRescueMode = 17,
    FailedToEnterRescueMode = 18,
    ExitingRescueMode = 19,
    FailedToExitRescueMode = 20,
    Testing = 21,
    FailedTesting = 22,
}

/// <summary>Hardware that MAAS does not know before commissioning.</summary>
internal sealed class HiddenHardware
{
    public int CpuCount { get; init; } = 32;

    public long MemoryMiB { get; init; } = 65536;

    /// <summary>Disks by name and size in bytes.</summary>
    public IReadOnlyList<(string Name, long Size)> Disks { get; init; } = [];

    /// <summary>lshw's XML.</summary>
    public string Lshw { get; init; } = "<list/>";

    /// <summary>The subnet the machine boots on; null for none that MAAS knows.</summary>
    public string? BootCidr { get; init; }
}

/// <summary>The scripts of one run.</summary>
internal sealed record SimulatedScriptSet(int Id, int Type, string Status, DateTimeOffset Created, IReadOnlyList<SimulatedScript> Scripts);

/// <summary>A script and how it went.</summary>
internal sealed record SimulatedScript(int Id, string Name, string Status, int ExitStatus);

using static Drydock.Maas.Values.MachineStatus;

namespace Drydock.Maas.Values;

/// <summary>The meaning of a machine's status for a step that is to be taken with it.</summary>
internal enum StatusMeaning
{
    /// <summary>The step is not for such a machine.</summary>
    Impossible,

    /// <summary>A status that a later MAAS may have.</summary>
    Unknown,

    /// <summary>Another step comes first.</summary>
    TooEarly,

    /// <summary>The step is to be taken.</summary>
    Needed,

    /// <summary>MAAS is at it.</summary>
    UnderWay,

    /// <summary>The machine is as the step leaves it.</summary>
    Done,

    /// <summary>The machine is in use, or was, for what comes after the step.</summary>
    Past,
}

/// <summary>
/// Which status of a machine allows what. What MAAS takes an operation in is the same as in the simulator's table of its life, which is held to
/// MAAS's own; a test holds the two together.
/// </summary>
internal sealed class StatusRule
{
    private readonly Dictionary<MachineStatus, StatusMeaning> _meanings = [];

    private StatusRule(
        MachineStatus[] needed, MachineStatus[] underWay, MachineStatus[] done, MachineStatus[]? past = null, MachineStatus[]? tooEarly = null)
    {
        Add(needed, StatusMeaning.Needed);
        Add(underWay, StatusMeaning.UnderWay);
        Add(done, StatusMeaning.Done);
        Add(past ?? [], StatusMeaning.Past);
        Add(tooEarly ?? [], StatusMeaning.TooEarly);
    }

    /// <summary>Commissioning. The failed tests of a machine have to be passed over before MAAS takes it.</summary>
    public static StatusRule Commission { get; } = new(
        needed: [New, Broken, FailedCommissioning, FailedTesting],
        underWay: [Commissioning, Testing],
        done: [Ready],
        past: [Allocated, Deploying, Deployed, FailedDeployment, ReleasingFailed, FailedDiskErasing]);

    /// <summary>Deployment. What is past it has to be released first.</summary>
    public static StatusRule Deploy { get; } = new(
        needed: [Ready, Allocated],
        underWay: [Deploying],
        done: [Deployed],
        past: [FailedDeployment, ReleasingFailed, FailedDiskErasing, Releasing, DiskErasing],
        tooEarly: [New, Commissioning, Testing, FailedCommissioning, FailedTesting]);

    /// <summary>Release. A Broken machine that nobody has need not be released, though MAAS takes it.</summary>
    public static StatusRule Release { get; } = new(
        needed: [Allocated, Deploying, Deployed, FailedDeployment, Reserved, ReleasingFailed, FailedDiskErasing, Broken],
        underWay: [Releasing, DiskErasing],
        done: [New, Commissioning, FailedCommissioning, Missing, Ready, Retired, Testing, FailedTesting]);

    /// <summary>The statuses in which MAAS takes changes of a machine's interfaces.</summary>
    public static IReadOnlyList<MachineStatus> TakesNetwork { get; } = [Ready, Allocated, Broken, FailedTesting];

    /// <summary>The statuses in which MAAS takes changes of a machine's disks.</summary>
    public static IReadOnlyList<MachineStatus> TakesStorage { get; } = [Ready];

    /// <summary>The statuses in which MAAS breaks off what a machine is at.</summary>
    public static IReadOnlyList<MachineStatus> TakesAbort { get; } = [Commissioning, Testing, Deploying, DiskErasing];

    /// <summary>The statuses in which a machine's NICs and disks are as commissioning or somebody after it left them.</summary>
    public static IReadOnlyList<MachineStatus> Settled { get; } = [Ready, Allocated, Deploying, Deployed, FailedDeployment, FailedTesting, Broken];

    /// <summary>What a status means for the step; null is one that a later MAAS may have.</summary>
    public StatusMeaning Judge(MachineStatus? status) =>
        status is not { } known ? StatusMeaning.Unknown : _meanings.GetValueOrDefault(known, StatusMeaning.Impossible);

    /// <summary>The statuses that have a meaning, in the order of MAAS's numbers.</summary>
    public IEnumerable<MachineStatus> FindAll(params StatusMeaning[] meanings) => Enum.GetValues<MachineStatus>().Where(s => meanings.Contains(Judge(s)));

    private void Add(MachineStatus[] statuses, StatusMeaning meaning)
    {
        foreach (var status in statuses)
            _meanings.Add(status, meaning);
    }
}

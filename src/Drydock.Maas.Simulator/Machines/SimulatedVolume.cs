namespace Drydock.Maas.Simulator.Machines;

/// <summary>What can hold a file system or belong to a group.</summary>
internal abstract class SimulatedVolume
{
    public required int Id { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; set; }

    public string Uuid { get; set; } = Guid.NewGuid().ToString();

    public SimulatedFilesystem? Filesystem { get; set; }

    /// <summary>The volume group, RAID or cache it is a part of.</summary>
    public SimulatedGroup? MemberOf { get; set; }

    public List<string> Tags { get; } = [];

    public abstract SimulatedMachine Owner { get; }

    /// <summary>What can be seen of the file system: in use there are only those the allocation took over.</summary>
    public SimulatedFilesystem? EffectiveFilesystem => MemberOf is not null || Owner.ShowsFilesystems ? Filesystem : null;

    /// <summary>What MAAS says it is used for.</summary>
    public string UsedFor => MemberOf is { } group
        ? group.Describe(this)
        : EffectiveFilesystem is not { } fs
            ? "Unused"
            : fs.MountPoint is null
                ? $"Unmounted {fs.Type} formatted filesystem"
                : $"{fs.Type} formatted filesystem mounted at {fs.MountPoint}";
}

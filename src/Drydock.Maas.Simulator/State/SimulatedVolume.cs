namespace Drydock.Maas.Simulator.State;

/// <summary>A device that can hold a file system or belong to a group.</summary>
internal abstract class SimulatedVolume
{
    public required int Id { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; set; }

    public string Uuid { get; set; } = Guid.NewGuid().ToString();

    /// <summary>The file system it is set up with, or what makes it a member of a group.</summary>
    public SimulatedFilesystem? Filesystem { get; set; }

    /// <summary>The file system an allocation took over; a release drops it, with whatever was made of it since.</summary>
    public SimulatedFilesystem? AcquiredFilesystem { get; set; }

    /// <summary>The volume group, RAID or cache it is a part of.</summary>
    public SimulatedGroup? MemberOf { get; set; }

    public List<string> Tags { get; } = [];

    public abstract SimulatedMachine Owner { get; }

    /// <summary>Whether nothing has been put on it.</summary>
    public virtual bool IsFree => this is { Filesystem: null, AcquiredFilesystem: null, MemberOf: null };

    /// <summary>What can be seen of the file systems: in use those that were taken over, and what no allocation takes over.</summary>
    public SimulatedFilesystem? EffectiveFilesystem
    {
        get => !Owner.IsInUse ? Filesystem : AcquiredFilesystem ?? (Filesystem is { IsFormat: false } ? Filesystem : null);
        set
        {
            if (Owner.IsInUse)
                AcquiredFilesystem = value;
            else
                Filesystem = value;
        }
    }

    /// <summary>What MAAS says it is used for.</summary>
    public virtual string UsedFor => EffectiveFilesystem is not { } fs
        ? "Unused"
        : fs.MountPoint is not null
            ? $"{fs.Type} formatted filesystem mounted at {fs.MountPoint}"
            : MemberOf?.Describe(this) ?? $"Unmounted {fs.Type} formatted filesystem";
}

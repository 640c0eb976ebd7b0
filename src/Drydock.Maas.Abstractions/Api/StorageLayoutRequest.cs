namespace Drydock.Maas.Api;

/// <summary>A storage layout to set on a machine; sizes in bytes, null leaves MAAS's choice.</summary>
public sealed record StorageLayoutRequest
{
    /// <summary>flat, lvm, blank, bcache, vmfs6 or custom.</summary>
    public string Layout { get; init; } = "";

    /// <summary>Block device id of the disk for the root file system.</summary>
    public int? RootDevice { get; init; }

    /// <summary>Size of the root partition in bytes; 3 GiB at least.</summary>
    public long? RootSize { get; init; }

    /// <summary>Size of the boot partition in bytes; 512 MiB at least.</summary>
    public long? BootSize { get; init; }

    /// <summary>For lvm: the volume group's name.</summary>
    public string? VolumeGroupName { get; init; }

    /// <summary>For lvm: the root volume's name.</summary>
    public string? LogicalVolumeName { get; init; }

    /// <summary>For lvm: the root volume's size in bytes.</summary>
    public long? LogicalVolumeSize { get; init; }
}

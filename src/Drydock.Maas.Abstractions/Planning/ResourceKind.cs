namespace Drydock.Maas.Planning;

/// <summary>The kinds of resources that plans change and comparisons tell of, in MAAS's terms.</summary>
public enum ResourceKind
{
    /// <summary>A fabric: <c>fabrics/</c>.</summary>
    Fabric,

    /// <summary>A VLAN of a fabric: <c>fabrics/{id}/vlans/</c>.</summary>
    Vlan,

    /// <summary>A subnet: <c>subnets/</c>.</summary>
    Subnet,

    /// <summary>A range of addresses of a subnet: <c>ipranges/</c>.</summary>
    IPRange,

    /// <summary>A route from one subnet to another: <c>static-routes/</c>.</summary>
    StaticRoute,

    /// <summary>A space of VLANs: <c>spaces/</c>.</summary>
    Space,

    /// <summary>A DNS domain: <c>domains/</c>.</summary>
    Domain,

    /// <summary>An SSH key of the connected user: <c>account/prefs/sshkeys/</c>.</summary>
    SshKey,

    /// <summary>A package repository: <c>package-repositories/</c>.</summary>
    PackageRepository,

    /// <summary>A tag: <c>tags/</c>.</summary>
    Tag,

    /// <summary>A selection of images of a boot source: <c>boot-sources/{id}/selections/</c>.</summary>
    BootSourceSelection,

    /// <summary>An image: <c>boot-resources/</c>.</summary>
    BootResource,

    /// <summary>A commissioning or testing script: <c>scripts/</c>.</summary>
    Script,

    /// <summary>A machine as a whole: <c>machines/</c>.</summary>
    Machine,

    /// <summary>A network interface of a machine: a NIC, bond, bridge or VLAN interface.</summary>
    Interface,

    /// <summary>A link of an interface to a subnet; its resource is the interface's name.</summary>
    Link,

    /// <summary>A disk of a machine.</summary>
    BlockDevice,

    /// <summary>A partition of a disk.</summary>
    Partition,

    /// <summary>A volume group.</summary>
    VolumeGroup,

    /// <summary>A logical volume.</summary>
    LogicalVolume,

    /// <summary>A file system that is mounted, by its mount point or by what it is on.</summary>
    Filesystem,

    /// <summary>A software RAID.</summary>
    Raid,

    /// <summary>A bcache.</summary>
    Bcache,

    /// <summary>A cache set of bcaches.</summary>
    CacheSet,
}

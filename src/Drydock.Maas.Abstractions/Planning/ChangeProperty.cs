namespace Drydock.Maas.Planning;

/// <summary>The properties of resources that plans change and comparisons tell of.</summary>
public enum ChangeProperty
{
    /// <summary>The name of the resource.</summary>
    Name,

    /// <summary>A machine's host name.</summary>
    Hostname,

    /// <summary>A machine's DNS domain.</summary>
    Domain,

    /// <summary>A machine's power driver.</summary>
    PowerType,

    /// <summary>A parameter of a machine's power driver; the key tells which, for example power_address.</summary>
    PowerParameter,

    /// <summary>The tags of a machine.</summary>
    Tags,

    /// <summary>An item of a machine's owner data; the key tells which.</summary>
    OwnerData,

    /// <summary>A machine's status.</summary>
    Status,

    /// <summary>The image a machine runs.</summary>
    Image,

    /// <summary>The kernel a machine runs.</summary>
    Kernel,

    /// <summary>The storage layout of a machine's root and boot.</summary>
    StorageLayout,

    /// <summary>The disk a machine boots from.</summary>
    BootDisk,

    /// <summary>The MTU in bytes of an interface or VLAN.</summary>
    Mtu,

    /// <summary>The VLAN of an interface or subnet.</summary>
    Vlan,

    /// <summary>The link of an interface to a subnet.</summary>
    Link,

    /// <summary>Which link has the default gateway of a machine.</summary>
    DefaultGateway,

    /// <summary>The NICs of a bond.</summary>
    BondMembers,

    /// <summary>The mode of a bond.</summary>
    BondMode,

    /// <summary>A bond's interval between checks of its links, in milliseconds.</summary>
    LinkCheckInterval,

    /// <summary>A bond's delay before a link that came up is used, in milliseconds.</summary>
    UpDelay,

    /// <summary>A bond's delay before a link that went down is left, in milliseconds.</summary>
    DownDelay,

    /// <summary>A bond's LACP rate.</summary>
    LacpRate,

    /// <summary>A bond's transmit hash policy.</summary>
    TransmitHashPolicy,

    /// <summary>The type of a bridge.</summary>
    BridgeType,

    /// <summary>Whether a bridge takes part in the spanning tree protocol.</summary>
    SpanningTree,

    /// <summary>A bridge's forward delay in seconds.</summary>
    ForwardDelay,

    /// <summary>Whether MAAS serves DHCP on a VLAN.</summary>
    Dhcp,

    /// <summary>The VLAN to which a VLAN's DHCP is relayed.</summary>
    DhcpRelay,

    /// <summary>The rack controller that serves a VLAN's DHCP.</summary>
    PrimaryRack,

    /// <summary>The second rack controller that serves a VLAN's DHCP.</summary>
    SecondaryRack,

    /// <summary>The space of a VLAN.</summary>
    Space,

    /// <summary>The gateway of a subnet.</summary>
    Gateway,

    /// <summary>The DNS servers of a subnet.</summary>
    DnsServers,

    /// <summary>First and last address of a range.</summary>
    Bounds,

    /// <summary>Gateway and metric of a static route.</summary>
    Route,

    /// <summary>The XPath by which MAAS gives a tag to machines.</summary>
    Definition,

    /// <summary>The kernel parameters of a tag.</summary>
    KernelParameters,

    /// <summary>The URL of a package repository.</summary>
    Url,

    /// <summary>The distributions of a package repository.</summary>
    Distributions,

    /// <summary>The pockets that a package repository does not serve.</summary>
    DisabledPockets,

    /// <summary>The components of Ubuntu's archive that machines do not get.</summary>
    DisabledComponents,

    /// <summary>The components of a package repository.</summary>
    Components,

    /// <summary>The architectures of a package repository or selection of images.</summary>
    Architectures,

    /// <summary>The key that signs a package repository.</summary>
    SigningKey,

    /// <summary>Whether a package repository is used.</summary>
    Enabled,

    /// <summary>The kernels of a selection of images.</summary>
    Kernels,

    /// <summary>The text of a script.</summary>
    Content,

    /// <summary>The size of a partition or logical volume.</summary>
    Size,

    /// <summary>What a partition or volume is formatted with.</summary>
    Filesystem,

    /// <summary>Where and how a file system is mounted.</summary>
    Mount,

    /// <summary>The directory at which a file system is mounted.</summary>
    MountPoint,

    /// <summary>The physical volumes of a volume group.</summary>
    PhysicalVolumes,

    /// <summary>The mode of a bcache.</summary>
    CacheMode,

    /// <summary>The device a bcache caches on.</summary>
    CacheDevice,
}

namespace Drydock.Maas.Design;

/// <summary>
/// A node of the effective site: a BaremetalNode with everything it inherits from its profiles. Made by the compilation of a design only.
/// </summary>
public sealed class DrydockNode
{
    // PowerShell would make one of any object with a Name, if it could call this.
    internal DrydockNode()
    {
    }

    /// <summary>The node's name, also its host name in MAAS.</summary>
    public required string Name { get; init; }

    /// <summary>The DNS domain of its primary network, or local.</summary>
    public string Domain { get; init; } = "local";

    /// <summary>Name and domain.</summary>
    public string Fqdn => $"{Name}.{Domain}";

    /// <summary>The rack it stands in.</summary>
    public string? Rack { get; init; }

    /// <summary>The profile it inherits from.</summary>
    public string? HostProfile { get; init; }

    /// <summary>Its kind of hardware.</summary>
    public HardwareProfile? HardwareProfile { get; init; }

    /// <summary>The MAC address it boots from, as MAAS writes it: lower case, with colons.</summary>
    public string? BootMac { get; init; }

    /// <summary>Out-of-band management.</summary>
    public OobSettings Oob { get; init; } = new();

    /// <summary>The network with the default gateway.</summary>
    public string? PrimaryNetwork { get; init; }

    /// <summary>The release to deploy, for example jammy.</summary>
    public string? Image { get; init; }

    /// <summary>The kernel to deploy, for example ga-22.04.</summary>
    public string? Kernel { get; init; }

    /// <summary>Kernel parameters in order; the value True stands for a bare parameter.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> KernelParameters { get; init => field = TextList<KeyValuePair<string, string>>.From(value); } = TextList<KeyValuePair<string, string>>.Empty;

    /// <summary>The kernel command line these parameters make; empty when there are none.</summary>
    public string KernelParameterString { get; init; } = "";

    /// <summary>Static tags.</summary>
    public IReadOnlyList<string> Tags { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Owner data: annotations of the deployment.</summary>
    public IReadOnlyDictionary<string, string> OwnerData { get; init => field = TextMap<string>.From(value); } = TextMap<string>.Empty;

    /// <summary>Interfaces in inherited order.</summary>
    public IReadOnlyList<NodeInterface> Interfaces { get; init => field = TextList<NodeInterface>.From(value); } = TextList<NodeInterface>.Empty;

    /// <summary>Addresses by network.</summary>
    public IReadOnlyList<NodeAddress> Addressing { get; init => field = TextList<NodeAddress>.From(value); } = TextList<NodeAddress>.Empty;

    /// <summary>Its storage.</summary>
    internal NodeStorage Storage { get; init; } = NodeStorage.None;

    /// <summary>Physical devices with partitions.</summary>
    public IReadOnlyList<StorageDevice> StorageDevices { get => Storage.Devices; init => Storage = Storage with { Devices = value }; }

    /// <summary>Volume groups with logical volumes.</summary>
    public IReadOnlyList<StorageVolumeGroup> VolumeGroups { get => Storage.VolumeGroups; init => Storage = Storage with { VolumeGroups = value }; }

    /// <summary>Software RAIDs.</summary>
    public IReadOnlyList<StorageRaid> Raids { get => Storage.Raids; init => Storage = Storage with { Raids = value }; }

    /// <summary>Slow devices behind fast ones.</summary>
    public IReadOnlyList<StorageBcache> Bcaches { get => Storage.Bcaches; init => Storage = Storage with { Bcaches = value }; }

    /// <summary>
    /// Names or aliases of every disk that the storage uses: the physical devices, then disks that are parts of RAIDs and bcaches only.
    /// </summary>
    public IEnumerable<string> DiskNames => Storage.DiskNames;

    /// <summary>File systems in memory.</summary>
    public IReadOnlyList<StorageSpecialMount> SpecialMounts { get => Storage.SpecialMounts; init => Storage = Storage with { SpecialMounts = value }; }

    /// <summary>
    /// Packages that its boot actions name, with their versions; null means any.
    /// Lists behind a location are read when the boot actions are rendered.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Packages { get; internal set => field = TextMap<string?>.From(value); } = TextMap<string?>.Empty;

    /// <summary>Names or aliases of every NIC that the interfaces use.</summary>
    public IEnumerable<string> NicNames => TextList<string>.From([.. Interfaces.SelectMany(GetNics).Distinct(StringComparer.Ordinal)]);

    /// <summary>Where the document stands.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The site the node belongs to.</summary>
    public SiteDesign Site { get; internal set; } = SiteDesign.Empty;

    /// <summary>
    /// The logical volume, partition, RAID or bcache mounted there, and what holds it; volume groups are asked first. Null when there
    /// is none.
    /// </summary>
    public MountedVolume? FindMount(string mountPoint) => Storage.FindMount(mountPoint);

    /// <summary>Whether the root file system is on that RAID, itself, on a partition of it or by way of a volume group.</summary>
    public bool HasRoot(StorageRaid raid)
    {
        ArgumentNullException.ThrowIfNull(raid);
        return raid.IsMountedAt("/")
            || VolumeGroups.Any(g => (g.Name == raid.VolumeGroup || raid.Partitions.Any(p => p.VolumeGroup == g.Name))
                && g.LogicalVolumes.Any(v => v.Filesystem?.MountPoint == "/"));
    }

    /// <summary>The node's address on the network, if the design gives one.</summary>
    public NodeAddress? FindAddress(string network) => Addressing.FirstOrDefault(a => a.Network == network);

    /// <summary>The interface of the node that a bridge stands on; null when that is a NIC.</summary>
    public NodeInterface? FindBridged(NodeInterface bridge)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        return bridge.BridgedName is { } name && name != bridge.Name ? Interfaces.FirstOrDefault(i => i.Name == name) : null;
    }

    /// <summary>Names or aliases of the NICs that an interface names itself; a bridge over another interface names none.</summary>
    public IReadOnlyList<string> GetNics(NodeInterface nic)
    {
        ArgumentNullException.ThrowIfNull(nic);
        return nic.Bridge is null ? nic.Slaves : nic.BridgedName is { } name && Interfaces.All(i => i.Name != name) ? [name] : [];
    }

    /// <summary>The name of the link an interface is on; a bridge is on that of the interface it stands on.</summary>
    public string? GetLinkName(NodeInterface nic)
    {
        ArgumentNullException.ThrowIfNull(nic);
        return FindBridged(nic) is { Bridge: null } below ? below.NetworkLink : nic.NetworkLink;
    }

    /// <summary>Whether one of its interfaces is on a network.</summary>
    public bool IsOn(string network) => Interfaces.Any(i => i.Networks.Contains(network) || i.BridgedNetwork == network);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

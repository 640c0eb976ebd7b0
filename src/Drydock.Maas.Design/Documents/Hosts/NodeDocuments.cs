using System.Text.Json.Nodes;
using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Security;
using static Drydock.Maas.Design.Documents.Properties.JsonBuilder;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>Nodes as documents, with everything they inherit.</summary>
internal sealed class NodeDocuments(bool withSecrets)
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Secret = Design.Secret.Mask;

    private static readonly string[] SecretWords = ["credential", "password", "passphrase", "secret", "token"];

    public JsonObject Node(DrydockNode node) => Object(
        ("hardware_profile", node.HardwareProfile?.Name),
        ("primary_network", node.PrimaryNetwork),
        ("oob", Oob(node.Oob)),
        ("interfaces", Map(node.Interfaces.Select(i => KeyValuePair.Create(i.Name, i)), Interface)),
        ("addressing", List(node.Addressing, a => Object(("network", a.Network), ("address", a.Address ?? a.Type)))),
        ("storage", NotEmpty(Object(
            ("physical_devices", Map(node.StorageDevices.Select(d => KeyValuePair.Create(d.Name, d)), Device)),
            ("volume_groups", Map(node.VolumeGroups.Select(g => KeyValuePair.Create(g.Name, g)), Group)),
            ("raids", Map(node.Raids.Select(r => KeyValuePair.Create(r.Name, r)), Raid)),
            ("bcaches", Map(node.Bcaches.Select(b => KeyValuePair.Create(b.Name, b)), Bcache)),
            ("special_mounts", List(node.SpecialMounts, m => Object(
                ("fstype", m.Type), ("mountpoint", m.MountPoint), ("mount_options", m.MountOptions))))))),
        ("platform", NotEmpty(Object(
            ("image", node.Image),
            ("kernel", node.Kernel),
            ("kernel_params", Map(node.KernelParameters, value => value == "True" ? JsonValue.Create(true) : JsonValue.Create(value)))))),
        ("metadata", NotEmpty(Object(
            ("rack", node.Rack),
            ("boot_mac", node.BootMac),
            ("tags", Texts(node.Tags)),
            ("owner_data", Masked(node.OwnerData))))));

    private JsonObject? Oob(OobSettings oob)
    {
        var members = Object(("type", oob.Type));
        foreach (var (name, value) in Masked(oob.Authored) ?? [])
            members[name] = value?.DeepClone();
        return NotEmpty(members);
    }

    /// <summary>The values, with a mask for those that are secrets by their names.</summary>
    public static IReadOnlyDictionary<string, string> Mask(IEnumerable<KeyValuePair<string, string>> values) =>
        values.ToDictionary(
            v => v.Key, v => IsSecret(v.Key) && v.Value.Length > 0 ? Secret : UrlCredential.Hide(v.Value), StringComparer.Ordinal);

    private JsonObject? Masked(IEnumerable<KeyValuePair<string, string>> values) =>
        Texts(values.Select(v => withSecrets ? v : KeyValuePair.Create(v.Key, IsSecret(v.Key) ? Secret : UrlCredential.Hide(v.Value))));

    private static bool IsSecret(string key) => SecretWords.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Interface(NodeInterface nic) => Object(
        ("device_link", nic.NetworkLink),
        ("labels", Texts(nic.Labels)),
        ("slaves", Texts(nic.Slaves)),
        ("networks", Texts(nic.Networks)),
        ("bridge", nic.Bridge is { } bridge
            ? Object(("type", bridge.Type), ("stp", bridge.Stp), ("forward_delay", bridge.ForwardDelay)) : null),
        ("sriov", nic.Sriov is { } sriov ? Object(("vf_count", sriov.VirtualFunctionCount), ("trustedmode", sriov.TrustedMode)) : null));

    private static JsonObject Device(StorageDevice device) => Object(
        ("labels", Texts(device.Labels)),
        ("volume_group", device.VolumeGroup),
        ("partitions", List(device.Partitions, Partition)));

    private static JsonObject Partition(StoragePartition partition) => Object(
        ("name", partition.Name),
        ("size", partition.Size),
        ("part_uuid", partition.PartitionUuid),
        ("bootable", partition.Bootable ? true : null),
        ("volume_group", partition.VolumeGroup),
        ("filesystem", Filesystem(partition.Filesystem)));

    private static JsonObject Group(StorageVolumeGroup group) => Object(
        ("vg_uuid", group.Uuid),
        ("logical_volumes", List(group.LogicalVolumes, v => Object(
            ("name", v.Name), ("lv_uuid", v.Uuid), ("size", v.Size), ("filesystem", Filesystem(v.Filesystem))))));

    private static JsonObject Raid(StorageRaid raid) => Object(
        ("level", raid.Level),
        ("raid_uuid", raid.Uuid),
        ("devices", Texts(raid.Devices)),
        ("spares", Texts(raid.Spares)),
        ("partitions", List(raid.Partitions, Partition)),
        ("volume_group", raid.VolumeGroup),
        ("filesystem", Filesystem(raid.Filesystem)));

    private static JsonObject Bcache(StorageBcache bcache) => Object(
        ("backing_device", bcache.BackingDevice),
        ("cache_device", bcache.CacheDevice),
        ("cache_mode", bcache.CacheMode),
        ("volume_group", bcache.VolumeGroup),
        ("filesystem", Filesystem(bcache.Filesystem)));

    private static JsonObject? Filesystem(FilesystemSettings? filesystem) => filesystem is null
        ? null
        : Object(
            ("mountpoint", filesystem.MountPoint),
            ("fstype", filesystem.Type),
            ("mount_options", filesystem.MountOptions),
            ("fs_uuid", filesystem.Uuid),
            ("fs_label", filesystem.Label));
}

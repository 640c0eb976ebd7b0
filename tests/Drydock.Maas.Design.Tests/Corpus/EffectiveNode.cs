using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>Compiled nodes in Drydock's names.</summary>
internal static class EffectiveNode
{
    public static JsonNode Of(DrydockNode node) => new JsonObject
    {
        ["name"] = node.Name,
        ["parent_profile"] = node.HostProfile,
        ["hardware_profile"] = node.HardwareProfile?.Name,
        ["primary_network"] = node.PrimaryNetwork,
        ["rack"] = node.Rack,
        ["base_os"] = null,
        ["image"] = node.Image,
        ["kernel"] = node.Kernel,
        ["kernel_params"] = new JsonObject(node.KernelParameters.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
        ["boot_mac"] = node.BootMac,
        ["tags"] = EffectiveSite.Json(node.Tags),
        ["owner_data"] = EffectiveSite.Json(node.OwnerData),
        ["oob_type"] = node.Oob.Type,
        ["oob_parameters"] = EffectiveSite.Json(node.Oob.Authored),
        ["addressing"] = EffectiveSite.List(node.Addressing, a => new JsonObject
        {
            ["network"] = a.Network,
            ["type"] = a.Type,
            ["address"] = a.Address,
        }),
        ["interfaces"] = EffectiveSite.List(node.Interfaces, i => InterfaceOf(node, i)),
        ["storage_devices"] = EffectiveSite.List(node.StorageDevices, EffectiveStorage.Of),
        ["volume_groups"] = EffectiveSite.List(node.VolumeGroups, EffectiveStorage.OfGroup),
        ["computed"] = ComputedOf(node),
    };

    /// <summary>What follows from the rest while no hardware is known.</summary>
    private static JsonObject ComputedOf(DrydockNode node) => new()
    {
        ["domain"] = node.Domain,
        ["fqdn"] = node.Fqdn,
        ["kernel_param_string"] = node.KernelParameterString,
        ["labels"] = EffectiveSite.Json(node.OwnerData),
        ["oob_address"] = node.Oob.Address,
        ["root"] = MountOf(node, "/"),
        ["boot"] = MountOf(node, "/boot"),
        ["logicalnames"] = new JsonObject(),
        ["device_logical_names"] = EffectiveSite.Named(node.StorageDevices, d => d.Name, d => d.Name),
        ["interface_logical_slaves"] = EffectiveSite.Named(node.Interfaces, i => i.Name, i => EffectiveSite.Json(i.Slaves)),
    };

    private static JsonArray MountOf(DrydockNode node, string mountPoint) =>
        node.FindMount(mountPoint) is { } mount ? [mount.Holder, mount.Name] : [null, null];

    private static JsonObject InterfaceOf(DrydockNode node, NodeInterface networkInterface) => new()
    {
        ["device_name"] = networkInterface.Name,
        ["network_link"] = networkInterface.NetworkLink,
        ["hardware_slaves"] = EffectiveSite.Json(networkInterface.Slaves),
        ["slave_selectors"] = EffectiveSite.List(networkInterface.Slaves, s => SelectorOf(node, s)),
        ["networks"] = EffectiveSite.Json(networkInterface.Networks),
        ["sriov"] = networkInterface.Sriov is not null,
        ["vf_count"] = networkInterface.Sriov is { } sriov ? sriov.VirtualFunctionCount ?? 0 : null,
        ["trustedmode"] = networkInterface.Sriov is { } trusted ? trusted.TrustedMode ?? false : null,
    };

    private static JsonObject SelectorOf(DrydockNode node, string slave)
    {
        var alias = node.HardwareProfile?.FindAlias(slave) is { BusType: "pci" } found ? found : null;
        return new()
        {
            ["selector_type"] = alias is null ? "name" : "address",
            ["address"] = alias?.Address ?? slave,
            ["device_type"] = alias?.DeviceType,
        };
    }
}

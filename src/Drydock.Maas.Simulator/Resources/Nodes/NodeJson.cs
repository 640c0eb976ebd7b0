using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Dns;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>The members that machines and controllers share.</summary>
internal static class NodeJson
{
    public static readonly string[] HardwareFields =
    [
        "system_vendor", "system_product", "system_family", "system_version", "system_sku", "system_serial", "cpu_model",
        "mainboard_vendor", "mainboard_product", "mainboard_serial", "mainboard_version", "mainboard_firmware_vendor",
        "mainboard_firmware_date", "mainboard_firmware_version", "chassis_vendor", "chassis_type", "chassis_serial", "chassis_version",
    ];

    private static readonly string[] TestKinds =
        ["cpu_test", "memory_test", "network_test", "storage_test", "interface_test", "other_test"];

    /// <summary>Adds a pair of number and name for each kind of test that has not run.</summary>
    public static void AddUntested(JsonObject body)
    {
        foreach (var kind in TestKinds.Append("testing").Append("commissioning"))
        {
            body[kind + "_status"] = -1;
            body[kind + "_status_name"] = "Unknown";
        }
    }

    public static JsonObject UnknownHardware()
    {
        var hardware = new JsonObject();
        foreach (var field in HardwareFields)
            hardware[field] = "Unknown";
        return hardware;
    }

    public static void AddIdentity(JsonObject body, SimulatorState state, SimulatedNode node)
    {
        body["system_id"] = node.SystemId;
        body["hostname"] = node.Hostname;
        body["fqdn"] = node.Fqdn;
        body["domain"] = DomainsApi.Render(state, node.Domain);
        body["zone"] = ZonesApi.Render(node.Zone);
        body["description"] = node.Description;
        body["architecture"] = node.Architecture;
        body["tag_names"] = ApiJson.Texts(node.Tags.Select(tag => tag.Name));
        body["interface_set"] = ApiJson.List(node.Interfaces.OrderBy(nic => nic.Id), InterfaceJson.Render);
        body["node_type"] = node.NodeType;
    }
}

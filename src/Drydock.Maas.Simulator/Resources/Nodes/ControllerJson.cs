using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>A rack or region controller.</summary>
internal static class ControllerJson
{
    private static readonly string[] RackServices =
        ["tftp", "syslog_rack", "http", "rackd", "ntp_rack", "proxy_rack", "dhcpd6", "dns_rack", "dhcpd"];

    private static readonly string[] Nulls =
        ["current_installation_result_id", "current_testing_result_id", "hardware_uuid", "status_action", "swap_size"];

    public static JsonObject Render(SimulatorState state, SimulatedController controller)
    {
        var body = new JsonObject();
        NodeJson.AddIdentity(body, state, controller);
        NodeJson.AddUntested(body);
        if (controller.IsRegion)
        {
            body["commissioning_status"] = 0;
            body["commissioning_status_name"] = "Pending";
        }

        AddSystem(body, state, controller);
        return body;
    }

    private static void AddSystem(JsonObject body, SimulatorState state, SimulatedController controller)
    {
        body["node_type_name"] = controller.NodeType switch
        {
            SimulatedController.Rack => "Rack controller",
            SimulatedController.Region => "Region controller",
            _ => "Region and rack controller",
        };
        foreach (var name in new[] { "osystem", "distro_series", "power_type" })
            body[name] = "";
        foreach (var name in new[] { "cpu_count", "cpu_speed", "memory" })
            body[name] = 0;
        body["current_commissioning_result_id"] = controller.CommissioningResultId;
        foreach (var name in Nulls)
            body[name] = null;
        body["power_state"] = "unknown";
        body["version"] = "3.4.10-14409-g.9d34090c1";
        body["hardware_info"] = NodeJson.UnknownHardware();
        if (controller.IsRack)
        {
            var status = RackConnectivity.IsDown(state, controller) ? "dead" : controller.ServiceStatus;
            body["service_set"] = ApiJson.List(RackServices, name => RenderService(name, status));
        }

        var collection = controller.IsRack ? "rackcontrollers" : "regioncontrollers";
        body["resource_uri"] = ApiJson.Uri($"{collection}/{controller.SystemId}/");
    }

    private static JsonObject RenderService(string name, string status) =>
        new() { ["name"] = name, ["status"] = status, ["status_info"] = "" };
}

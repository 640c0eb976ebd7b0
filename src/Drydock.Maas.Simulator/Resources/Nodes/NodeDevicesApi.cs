using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Scripts;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary><c>nodes/{system_id}/devices/</c>: what is on the buses of a node, of which nothing is known here.</summary>
internal sealed class NodeDevicesApi : IApiModule
{
    private static readonly string[] Buses = ["PCIE", "pcie", "USB", "usb", "1", "2"];

    public void Register(Router router)
    {
        router.Map("GET", "nodes/{id}/devices/", null, List);
        router.Map("GET", "nodes/{id}/devices/{device}/", null, Miss);
        router.Map("DELETE", "nodes/{id}/devices/{device}/", null, Miss, Access.Admin);
    }

    private static ApiResponse List(ApiCall call)
    {
        MachineLookup.NodeToView(call);
        if (call.Query.Get("bus") is { } bus && !Buses.Contains(bus))
            return ApiResponse.Text(400, bus.All(char.IsAsciiDigit) ? "Invalid bus numeric value!" : "Bus must be PCIE or USB!");
        if (call.Query.Get("hardware_type") is { } type && ScriptTypes.HardwareType(type, out var problem) is null)
            return ApiResponse.Text(400, problem);
        return ApiResponse.Json(new JsonArray());
    }

    /// <summary>A device is named by its number, as a USB device by those of bus and device, or by its PCI address.</summary>
    private static ApiResponse Miss(ApiCall call)
    {
        MachineLookup.NodeToView(call);
        return call.Route["device"].All(char.IsAsciiDigit) ? ApiResponse.NoMatch("NodeDevice") : ApiResponse.Text(400, "Invalid id format!");
    }
}

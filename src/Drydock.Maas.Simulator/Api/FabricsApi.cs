using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>fabrics/</c>.</summary>
internal sealed partial class FabricsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map(
            "GET",
            "fabrics/",
            null,
            call => ApiResponse.Json(SiteJson.List(Visible(call.State), fabric => SiteJson.Fabric(call.State, fabric))));
        router.Map("POST", "fabrics/", null, Create, Access.Admin);
        router.Map("GET", "fabrics/{fabric}/", null, call => Answer(call, Lookup.Fabric(call)));
        router.Map("PUT", "fabrics/{fabric}/", null, Update, Access.Admin);
        router.Map("DELETE", "fabrics/{fabric}/", null, Delete, Access.Admin);
    }

    private static IEnumerable<SimulatedFabric> Visible(SimulatorState state) =>
        state.Fabrics.Where(fabric => !state.AutoFabrics.IsHidden(fabric));

    private static ApiResponse Answer(ApiCall call, SimulatedFabric fabric) => ApiResponse.Json(SiteJson.Fabric(call.State, fabric));

    private static ApiResponse Create(ApiCall call)
    {
        var name = call.Form.Get("name") is { Length: > 0 } given ? given : null;
        CheckName(call, name, null);
        var fabric = call.State.AutoFabrics.AddFabric(name).Fabric;
        fabric.Description = call.Form.Get("description") ?? "";
        fabric.ClassType = call.Form.Get("class_type");
        return Answer(call, fabric);
    }

    private static ApiResponse Update(ApiCall call)
    {
        var fabric = Lookup.Fabric(call);
        if (call.Form.Get("name") is { Length: > 0 } name && name != fabric.Name)
        {
            CheckName(call, name, fabric);
            fabric.Name = name;
            fabric.AutoCreated = false;
        }

        fabric.Description = call.Form.Get("description") ?? fabric.Description;
        fabric.ClassType = call.Form.Get("class_type") ?? fabric.ClassType;
        return Answer(call, fabric);
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var state = call.State;
        var fabric = Lookup.Fabric(call);
        if (fabric.Id == 0)
            return ApiResponse.Text(400, "This fabric is the default fabric, it cannot be deleted.");
        var subnets = state.Subnets.Where(subnet => subnet.Vlan.Fabric == fabric).Select(subnet => subnet.Cidr.ToString()).ToArray();
        if (subnets.Length > 0)
            return ApiResponse.Text(400, $"Can't delete fabric; the following subnets are still present: {string.Join(", ", subnets)}");
        var nics = NicsOn(state, fabric).Select(nic => $"{nic.Name} on {nic.Node.Hostname}").ToArray();
        if (nics.Length > 0)
            return ApiResponse.Text(400, $"Can't delete fabric; the following interfaces are still connected: {string.Join(", ", nics)}");
        state.Vlans.RemoveAll(vlan => vlan.Fabric == fabric);
        state.Fabrics.Remove(fabric);
        return ApiResponse.NoContent();
    }

    private static IEnumerable<SimulatedInterface> NicsOn(SimulatorState state, SimulatedFabric fabric) =>
        state.Nodes.SelectMany(node => node.Interfaces).Where(nic => nic.Vlan?.Fabric == fabric);

    private static void CheckName(ApiCall call, string? name, SimulatedFabric? self)
    {
        if (name is null)
            return;
        var errors = new FieldErrors(call.Form);
        if (ReservedName().IsMatch(name))
            errors.Add("name", "Reserved fabric name.");
        else if (!ValidName().IsMatch(name))
            errors.Add("name", $"Invalid fabric name: {name}.");
        else if (call.State.Fabrics.Exists(other => other != self && other.Name == name))
            errors.Add("name", "Fabric with this Name already exists.");
        errors.ThrowIfAny();
    }

    [GeneratedRegex("^fabric-\\d+$")]
    private static partial Regex ReservedName();

    [GeneratedRegex("^[ \\w-]+$")]
    private static partial Regex ValidName();
}

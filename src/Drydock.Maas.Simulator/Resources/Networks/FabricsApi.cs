using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>fabrics/</c>.</summary>
internal sealed class FabricsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map(
            "GET",
            "fabrics/",
            null,
            call => ApiResponse.Json(ApiJson.List(Visible(call.State), fabric => Render(call.State, fabric))));
        router.Map("POST", "fabrics/", null, Create, Access.Admin);
        router.Map("GET", "fabrics/{fabric}/", null, call => Answer(call, Lookup.Fabric(call)));
        router.Map("PUT", "fabrics/{fabric}/", null, Update);
        router.Map("DELETE", "fabrics/{fabric}/", null, Delete);
    }

    public static JsonObject Render(SimulatorState state, SimulatedFabric fabric) => new()
    {
        ["class_type"] = fabric.ClassType,
        ["name"] = fabric.Name,
        ["id"] = fabric.Id,
        ["vlans"] = ApiJson.List(state.Vlans.Where(vlan => vlan.Fabric == fabric), VlansApi.Render),
        ["resource_uri"] = ApiJson.Uri($"fabrics/{fabric.Id}/"),
    };

    private static IEnumerable<SimulatedFabric> Visible(SimulatorState state) =>
        state.Fabrics.Where(fabric => !state.AutoFabrics.IsHidden(fabric));

    private static ApiResponse Answer(ApiCall call, SimulatedFabric fabric) => ApiResponse.Json(Render(call.State, fabric));

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var name = ReadName(call, errors, null);
        var classType = ReadClass(call.Form, errors, null);
        errors.ThrowIfAny();
        SiteNotices.NoteVlan(call.State, dhcpOn: false);
        var fabric = call.State.AutoFabrics.AddFabric(name).Fabric;
        (fabric.Description, fabric.ClassType) = (call.Form.Get("description") ?? "", classType);
        return Answer(call, fabric);
    }

    private static ApiResponse Update(ApiCall call)
    {
        var fabric = Lookup.Fabric(call);
        call.DemandPermission();
        var errors = new FieldErrors(call.Form);
        var name = ReadName(call, errors, fabric) ?? fabric.Name;
        var classType = ReadClass(call.Form, errors, fabric);
        errors.ThrowIfAny();
        fabric.AutoCreated &= name == fabric.Name;
        (fabric.Name, fabric.ClassType) = (name, classType);
        fabric.Description = call.Form.Get("description") ?? fabric.Description;
        call.State.Fabrics.Touch(fabric);
        return Answer(call, fabric);
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var state = call.State;
        var fabric = Lookup.Fabric(call);
        call.DemandPermission();
        if (fabric.Id == 0)
            return ApiResponse.Text(400, "This fabric is the default fabric, it cannot be deleted.");
        var subnets = state.Subnets.Where(subnet => subnet.Vlan.Fabric == fabric)
            .OrderBy(subnet => subnet.Cidr.BaseAddress, AddressOrder.Instance).Select(subnet => subnet.Cidr.ToString()).ToArray();
        if (subnets.Length > 0)
            return ApiResponse.Text(400, $"Can't delete fabric; the following subnets are still present: {string.Join(", ", subnets)}");
        var nics = NicsOn(state, fabric).Select(nic => $"{nic.Name} ({nic.Type}) on {nic.Node.Hostname}").ToArray();
        if (nics.Length > 0)
            return ApiResponse.Text(400, $"Can't delete fabric; the following interfaces are still connected: {string.Join(", ", nics)}");
        state.Vlans.RemoveAll(vlan => vlan.Fabric == fabric);
        state.Fabrics.Remove(fabric);
        return ApiResponse.NoContent();
    }

    private static IEnumerable<SimulatedInterface> NicsOn(SimulatorState state, SimulatedFabric fabric) =>
        state.Nodes.OrderBy(node => node.Id).SelectMany(node => node.Interfaces.OrderBy(nic => nic.Name, StringComparer.Ordinal))
            .Where(nic => nic.Vlan?.Fabric == fabric);

    /// <summary>The name given; null for none, which keeps the one there is.</summary>
    private static string? ReadName(ApiCall call, FieldErrors errors, SimulatedFabric? self)
    {
        if (call.Form.Get("name")?.Trim() is not { Length: > 0 } name)
            return null;
        if (!MaasName.IsValidForFabric(name))
            errors.Add("name", $"Invalid fabric name: {name}.");
        else if (MaasName.IsReservedForFabric(name) && (self is null || name != MaasName.MakeForFabric(self.Id)))
            errors.Add("name", "Reserved fabric name.");
        else if (call.State.Fabrics.Exists(other => other != self && other.Name == name))
            errors.Add("name", "Fabric with this Name already exists.");
        errors.CheckLength("name", name, MaasName.LongestLength);
        return name;
    }

    private static string? ReadClass(ParameterSet form, FieldErrors errors, SimulatedFabric? self)
    {
        if (form.Get("class_type")?.Trim() is not { Length: > 0 } text)
            return self?.ClassType;
        if (!MaasName.IsValid(text))
            errors.Add("class_type", ModelName.Invalid);
        errors.CheckLength("class_type", text, MaasName.LongestLength);
        return text;
    }
}

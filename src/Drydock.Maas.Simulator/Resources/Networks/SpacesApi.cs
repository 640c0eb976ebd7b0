using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>spaces/</c>.</summary>
internal sealed class SpacesApi : IApiModule
{
    private const string UndefinedId = "-1";
    private const string UndefinedNote = "Backward compatibility object to ensure objects not associated with a space can be found.";

    public void Register(Router router)
    {
        router.Map("GET", "spaces/", null, List);
        router.Map("POST", "spaces/", null, Create, Access.Admin);
        router.Map("GET", "spaces/{space}/", null, Get);
        router.Map("PUT", "spaces/{space}/", null, Update);
        router.Map("DELETE", "spaces/{space}/", null, Delete);
    }

    /// <summary>What has no space shows as one more, if there is any such.</summary>
    private static ApiResponse List(ApiCall call)
    {
        var spaces = ApiJson.List(call.State.Spaces, space => Render(call.State, space));
        if (HasUndefined(call.State))
            spaces.Add(Undefined(call.State));
        return ApiResponse.Json(spaces);
    }

    private static ApiResponse Get(ApiCall call)
    {
        var name = call.Route["space"];
        return ApiResponse.Json(name == UndefinedId || (name == SimulatedSpace.Undefined && HasUndefined(call.State))
            ? Undefined(call.State)
            : Render(call.State, Lookup.Space(call)));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var name = ReadName(call, null);
        var id = call.State.Ids.Next("space");
        var space = new SimulatedSpace
        {
            Id = id,
            Name = name ?? MaasName.MakeForSpace(id),
            Description = call.Form.Get("description") ?? "",
        };
        call.State.Spaces.Add(space);
        return ApiResponse.Json(Render(call.State, space));
    }

    private static ApiResponse Update(ApiCall call)
    {
        DemandReal(call, "modified");
        var space = Lookup.Space(call);
        call.DemandPermission();
        space.Name = ReadName(call, space) ?? space.Name;
        space.Description = call.Form.Get("description") ?? space.Description;
        call.State.Spaces.Touch(space);
        return ApiResponse.Json(Render(call.State, space));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        DemandReal(call, "deleted");
        var space = Lookup.Space(call);
        call.DemandPermission();
        foreach (var vlan in call.State.Vlans.FindAll(vlan => vlan.Space == space))
        {
            vlan.Space = null;
            call.State.Vlans.Touch(vlan);
        }

        call.State.Spaces.Remove(space);
        return ApiResponse.NoContent();
    }

    private static void DemandReal(ApiCall call, string change)
    {
        if (call.Route["space"] is UndefinedId or SimulatedSpace.Undefined)
            throw new ApiException(ApiResponse.Text(400, $"Space cannot be {change}: {SimulatedSpace.Undefined}"));
    }

    private static bool HasUndefined(SimulatorState state) => state.Vlans.Exists(vlan => vlan.Space is null);

    /// <summary>The name given; null for none, which keeps the one there is.</summary>
    private static string? ReadName(ApiCall call, SimulatedSpace? self)
    {
        if (call.Form.Get("name") is not { Length: > 0 } name)
            return null;
        var errors = new FieldErrors(call.Form);
        if (!MaasName.IsValidForFabric(name))
            errors.Add("name", $"Invalid space name: {name}.");
        else if (name == SimulatedSpace.Undefined || (MaasName.IsReservedForSpace(name) && (self is null || name != MaasName.MakeForSpace(self.Id))))
            errors.Add("name", "Reserved space name.");
        else if (call.State.Spaces.Exists(other => other != self && other.Name == name))
            errors.Add("name", "Space with this Name already exists.");
        errors.CheckLength("name", name, MaasName.LongestLength);
        errors.ThrowIfAny();
        return name;
    }

    private static JsonObject Render(SimulatorState state, SimulatedSpace space) => new()
    {
        ["description"] = space.Description,
        ["name"] = space.Name,
        ["id"] = space.Id,
        ["vlans"] = ApiJson.List(state.Vlans.Where(vlan => vlan.Space == space), VlansApi.Render),
        ["subnets"] = ApiJson.List(state.Subnets.Where(subnet => subnet.Vlan.Space == space), SubnetsApi.Render),
        ["resource_uri"] = ApiJson.Uri($"spaces/{space.Id}/"),
    };

    private static JsonObject Undefined(SimulatorState state) => new()
    {
        ["description"] = UndefinedNote,
        ["name"] = SimulatedSpace.Undefined,
        ["id"] = -1,
        ["vlans"] = ApiJson.List(state.Vlans.Where(vlan => vlan.Space is null), VlansApi.Render),
        ["subnets"] = ApiJson.List(state.Subnets.Where(subnet => subnet.Vlan.Space is null), SubnetsApi.Render),
        ["resource_uri"] = ApiJson.Root + "spaces/undefined/",
    };
}

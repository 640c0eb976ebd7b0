using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>spaces/</c>.</summary>
internal sealed partial class SpacesApi : IApiModule
{
    private const string UndefinedNote = "Backward compatibility object to ensure objects not associated with a space can be found.";

    public void Register(Router router)
    {
        router.Map("GET", "spaces/", null, List);
        router.Map("POST", "spaces/", null, Create, Access.Admin);
        router.Map("GET", "spaces/undefined/", null, call => ApiResponse.Json(Undefined(call.State)));
        router.Map("GET", "spaces/{space}/", null, call => ApiResponse.Json(Render(call.State, Lookup.Space(call))));
        router.Map("PUT", "spaces/{space}/", null, Update, Access.Admin);
        router.Map("DELETE", "spaces/{space}/", null, Delete, Access.Admin);
    }

    private static ApiResponse List(ApiCall call)
    {
        var spaces = SiteJson.List(call.State.Spaces, space => Render(call.State, space));
        spaces.Add(Undefined(call.State));
        return ApiResponse.Json(spaces);
    }

    private static ApiResponse Create(ApiCall call)
    {
        var name = call.Form.Get("name") is { Length: > 0 } given ? given : null;
        CheckName(call, name, null);
        var id = call.State.Ids.Next("space");
        var space = new SimulatedSpace
        {
            Id = id,
            Name = name ?? "space-" + id.ToString(CultureInfo.InvariantCulture),
            Description = call.Form.Get("description") ?? "",
        };
        call.State.Spaces.Add(space);
        return ApiResponse.Json(Render(call.State, space));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var space = Lookup.Space(call);
        var name = call.Form.Get("name") is { Length: > 0 } given ? given : space.Name;
        if (name != space.Name)
            CheckName(call, name, space);
        space.Name = name;
        space.Description = call.Form.Get("description") ?? space.Description;
        return ApiResponse.Json(Render(call.State, space));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var space = Lookup.Space(call);
        foreach (var vlan in call.State.Vlans.Where(vlan => vlan.Space == space))
            vlan.Space = null;
        call.State.Spaces.Remove(space);
        return ApiResponse.NoContent();
    }

    private static void CheckName(ApiCall call, string? name, SimulatedSpace? self)
    {
        if (name is null)
            return;
        var errors = new FieldErrors(call.Form);
        if (ReservedName().IsMatch(name))
            errors.Add("name", "Reserved space name.");
        else if (!ValidName().IsMatch(name))
            errors.Add("name", $"Invalid space name: {name}.");
        else if (call.State.Spaces.Exists(other => other != self && other.Name == name))
            errors.Add("name", "Space with this Name already exists.");
        errors.ThrowIfAny();
    }

    private static JsonObject Render(SimulatorState state, SimulatedSpace space) => new()
    {
        ["description"] = space.Description,
        ["name"] = space.Name,
        ["id"] = space.Id,
        ["vlans"] = SiteJson.List(state.Vlans.Where(vlan => vlan.Space == space), SiteJson.Vlan),
        ["subnets"] = SiteJson.List(state.Subnets.Where(subnet => subnet.Vlan.Space == space), SiteJson.Subnet),
        ["resource_uri"] = SiteJson.Uri($"spaces/{space.Id}/"),
    };

    private static JsonObject Undefined(SimulatorState state) => new()
    {
        ["description"] = UndefinedNote,
        ["name"] = "undefined",
        ["id"] = -1,
        ["vlans"] = SiteJson.List(state.Vlans.Where(vlan => vlan.Space is null), SiteJson.Vlan),
        ["subnets"] = SiteJson.List(state.Subnets.Where(subnet => subnet.Vlan.Space is null), SiteJson.Subnet),
        ["resource_uri"] = SiteJson.Root + "spaces/undefined/",
    };

    [GeneratedRegex("^(undefined|space-\\d+)$")]
    private static partial Regex ReservedName();

    [GeneratedRegex("^[ \\w-]+$")]
    private static partial Regex ValidName();
}

using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>Which nodes carry a tag.</summary>
internal static class TagMembers
{
    private static readonly (string Op, int[] Types)[] Lists =
    [
        ("nodes", [0, 1, 2, 3, 4]), ("machines", [0]), ("devices", [1]), ("rack_controllers", [2, 4]), ("region_controllers", [3, 4]),
    ];

    public static void Register(Router router)
    {
        router.Map("POST", "tags/{name}/", "update_nodes", Update);
        foreach (var (op, types) in Lists)
            router.Map("GET", "tags/{name}/", op, call => List(call, types));
    }

    public static SimulatedTag Find(ApiCall call) =>
        call.State.Tags.Find(tag => tag.Name == call.Route["name"]) ?? throw Lookup.Missing("Tag");

    private static ApiResponse List(ApiCall call, int[] types)
    {
        var tag = Find(call);
        var members = call.State.Nodes.Where(node => types.Contains(node.NodeType) && node.Tags.Contains(tag));
        return ApiResponse.Json(SiteJson.List(members, node => node.ToJson(call.State)));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var tag = Find(call);
        if (!call.SignedUser.IsSuperuser)
            return ApiResponse.Forbidden("Must be a superuser or supply a rack_controller");
        if (call.Form.Get("definition") is { } definition && definition != tag.Definition)
            return ApiResponse.Conflict($"Definition supplied '{definition}' doesn't match current definition '{tag.Definition}'");
        // Unknown ids are passed over without a word; all others count, whether the node has the tag already or not.
        var added = Named(call, "add").ToArray();
        var removed = Named(call, "remove").ToArray();
        foreach (var node in added.Where(node => !node.Tags.Contains(tag)))
            node.Tags.Add(tag);
        foreach (var node in removed)
            node.Tags.Remove(tag);
        return ApiResponse.Json(new JsonObject { ["added"] = added.Length, ["removed"] = removed.Length });
    }

    private static IEnumerable<SimulatedNode> Named(ApiCall call, string field)
    {
        return call.Form.GetAll(field).Distinct().Select(call.State.Nodes.Find).OfType<SimulatedNode>();
    }
}

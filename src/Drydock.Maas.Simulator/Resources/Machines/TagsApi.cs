using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>tags/</c>; a tag is named in its path.</summary>
internal sealed partial class TagsApi : IApiModule
{
    private const int LongestName = 256;

    private static readonly (string Op, int[] Types)[] NodeLists =
    [
        ("nodes", [0, 1, 2, 3, 4]), ("machines", [0]), ("devices", [1]), ("rack_controllers", [2, 4]), ("region_controllers", [3, 4]),
    ];

    public void Register(Router router)
    {
        router.Map(
            "GET",
            "tags/",
            null,
            call => ApiResponse.Json(ApiJson.List(call.State.Tags, Render)));
        router.Map("POST", "tags/", null, Create);
        router.Map("GET", "tags/{name}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "tags/{name}/", null, Update);
        router.Map("DELETE", "tags/{name}/", null, Delete);
        router.Map("POST", "tags/{name}/", "rebuild", Rebuild);
        router.Map("POST", "tags/{name}/", "update_nodes", UpdateNodes);
        foreach (var (op, types) in NodeLists)
            router.Map("GET", "tags/{name}/", op, call => ListNodes(call, types));
    }

    private static JsonObject Render(SimulatedTag tag) => new()
    {
        ["name"] = tag.Name,
        ["definition"] = tag.Definition,
        ["comment"] = tag.Comment,
        ["kernel_opts"] = tag.KernelOptions,
        ["resource_uri"] = ApiJson.Uri($"tags/{tag.Name}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        DemandAdmin(call);
        var errors = new FieldErrors(call.Form);
        var name = errors.Text("name");
        var definition = Check(call, errors, name, null);
        var tag = new SimulatedTag
        {
            Id = call.State.Ids.Next("tag"),
            Name = name,
            Definition = definition,
            Comment = call.Form.Get("comment")?.Trim() ?? "",
            KernelOptions = call.Form.Get("kernel_opts")?.Trim() ?? "",
        };
        call.State.Tags.Add(tag);
        TagAssignment.Plan(call.State, tag);
        return ApiResponse.Json(Render(tag));
    }

    private static ApiResponse Update(ApiCall call)
    {
        DemandAdmin(call);
        var tag = Find(call);
        var errors = new FieldErrors(call.Form);
        var name = call.Form.Has("name") ? errors.Text("name") : tag.Name;
        var definition = Check(call, errors, name, tag);
        var isNew = definition != tag.Definition;
        (tag.Name, tag.Definition) = (name, definition);
        tag.Comment = call.Form.Get("comment")?.Trim() ?? tag.Comment;
        tag.KernelOptions = call.Form.Get("kernel_opts")?.Trim() ?? tag.KernelOptions;
        call.State.Tags.Touch(tag);
        if (isNew)
            TagAssignment.Plan(call.State, tag);
        return ApiResponse.Json(Render(tag));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        DemandAdmin(call);
        var tag = Find(call);
        foreach (var node in call.State.Nodes)
            node.Tags.Remove(tag);
        call.State.Tags.Remove(tag);
        return ApiResponse.NoContent();
    }

    private static ApiResponse Rebuild(ApiCall call)
    {
        DemandAdmin(call);
        var tag = Find(call);
        TagAssignment.Plan(call.State, tag);
        return ApiResponse.Json(new JsonObject { ["rebuilding"] = tag.Name });
    }

    private static SimulatedTag Find(ApiCall call) =>
        call.State.Tags.Find(tag => tag.Name == call.Route["name"]) ?? throw Lookup.Missing("Tag");

    private static ApiResponse ListNodes(ApiCall call, int[] types)
    {
        var tag = Find(call);
        var members = call.State.Nodes.Where(node => types.Contains(node.NodeType) && node.Tags.Contains(tag) && IsSeen(call, node));
        return ApiResponse.Json(ApiJson.List(members, node => NodesApi.Render(call.State, node)));
    }

    /// <summary>Devices and controllers are the administrators' business here.</summary>
    private static bool IsSeen(ApiCall call, SimulatedNode node) =>
        call.SignedUser.IsSuperuser || (node is SimulatedMachine && NodeRights.CanView(call.User, node));

    private static ApiResponse UpdateNodes(ApiCall call)
    {
        var tag = Find(call);
        if (!call.SignedUser.IsSuperuser)
            return ApiResponse.Forbidden(call.State.Rules.NoTaggingByUsers);
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

    /// <summary>Tags refuse others with an empty 403, unlike most resources.</summary>
    private static void DemandAdmin(ApiCall call)
    {
        if (!call.SignedUser.IsSuperuser)
            throw new ApiException(ApiResponse.Forbidden());
    }

    private static string Check(ApiCall call, FieldErrors errors, string name, SimulatedTag? self)
    {
        var definition = call.Form.Get("definition")?.Trim() ?? self?.Definition ?? "";
        if (name.Length > 0 && !ValidName().IsMatch(name))
            errors.Add("name", "Enter a valid value.");
        else if (call.State.Tags.Exists(other => other != self && other.Name == name))
            errors.Add("name", "Tag with this Name already exists.");
        errors.CheckLength("name", name, LongestName);
        if (definition.Length > 0 && !TagAssignment.IsExpression(definition))
            errors.Add("definition", "Invalid xpath expression: Invalid expression");
        errors.ThrowIfAny();
        return definition;
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]+$")]
    private static partial Regex ValidName();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.XPath;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary><c>tags/</c>; a tag is named in its path.</summary>
internal sealed partial class TagsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map(
            "GET",
            "tags/",
            null,
            call => ApiResponse.Json(SiteJson.List(call.State.Tags, Render)));
        router.Map("POST", "tags/", null, Create);
        router.Map("GET", "tags/{name}/", null, call => ApiResponse.Json(Render(TagMembers.Find(call))));
        router.Map("PUT", "tags/{name}/", null, Update);
        router.Map("DELETE", "tags/{name}/", null, Delete);
        router.Map("POST", "tags/{name}/", "rebuild", Rebuild);
        TagMembers.Register(router);
    }

    private static JsonObject Render(SimulatedTag tag) => new()
    {
        ["name"] = tag.Name,
        ["definition"] = tag.Definition,
        ["comment"] = tag.Comment,
        ["kernel_opts"] = tag.KernelOptions,
        ["resource_uri"] = SiteJson.Uri($"tags/{tag.Name}/"),
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
            Comment = call.Form.Get("comment") ?? "",
            KernelOptions = call.Form.Get("kernel_opts") ?? "",
        };
        call.State.Tags.Add(tag);
        return ApiResponse.Json(Render(tag));
    }

    private static ApiResponse Update(ApiCall call)
    {
        DemandAdmin(call);
        var tag = TagMembers.Find(call);
        var errors = new FieldErrors(call.Form);
        var name = call.Form.Has("name") ? errors.Text("name") : tag.Name;
        tag.Definition = Check(call, errors, name, tag);
        tag.Name = name;
        tag.Comment = call.Form.Get("comment") ?? tag.Comment;
        tag.KernelOptions = call.Form.Get("kernel_opts") ?? tag.KernelOptions;
        call.State.Tags.Touch(tag);
        return ApiResponse.Json(Render(tag));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        DemandAdmin(call);
        var tag = TagMembers.Find(call);
        foreach (var node in call.State.Nodes)
            node.Tags.Remove(tag);
        call.State.Tags.Remove(tag);
        return ApiResponse.NoContent();
    }

    private static ApiResponse Rebuild(ApiCall call)
    {
        DemandAdmin(call);
        return ApiResponse.Json(new JsonObject { ["rebuilding"] = TagMembers.Find(call).Name });
    }

    /// <summary>Tags refuse others with an empty 403, unlike most resources.</summary>
    private static void DemandAdmin(ApiCall call)
    {
        if (!call.SignedUser.IsSuperuser)
            throw new ApiException(ApiResponse.Forbidden());
    }

    private static string Check(ApiCall call, FieldErrors errors, string name, SimulatedTag? self)
    {
        var definition = call.Form.Get("definition") ?? self?.Definition ?? "";
        if (name.Length > 0 && !ValidName().IsMatch(name))
            errors.Add("name", "Enter a valid value.");
        else if (call.State.Tags.Exists(other => other != self && other.Name == name))
            errors.Add("name", "Tag with this Name already exists.");
        if (definition.Length > 0 && !IsXPath(definition))
            errors.Add("definition", "Invalid xpath expression: Invalid expression");
        errors.ThrowIfAny();
        return definition;
    }

    private static bool IsXPath(string text)
    {
        try
        {
            return XPathExpression.Compile(text) is not null;
        }
        catch (XPathException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]+$")]
    private static partial Regex ValidName();
}

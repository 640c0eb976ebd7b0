using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>dhcp-snippets/</c>.</summary>
internal sealed class DhcpSnippetsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "dhcp-snippets/", null, call => ApiResponse.Json(ApiJson.List(call.State.DhcpSnippets, Render)));
        router.Map("POST", "dhcp-snippets/", null, Create, Access.Admin);
        router.Map("GET", "dhcp-snippets/{id}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "dhcp-snippets/{id}/", null, Update, Access.Admin);
        router.Map("DELETE", "dhcp-snippets/{id}/", null, Delete, Access.Admin);
        router.Map("POST", "dhcp-snippets/{id}/", "revert", Revert, Access.Admin);
    }

    private static JsonObject Render(SimulatedDhcpSnippet snippet) => new()
    {
        ["id"] = snippet.Id,
        ["name"] = snippet.Name,
        ["description"] = snippet.Description,
        ["enabled"] = snippet.Enabled,
        ["node"] = snippet.Node is { } node ? new JsonObject { ["system_id"] = node.SystemId } : null,
        ["subnet"] = SubnetsApi.Render(snippet.Subnet),
        ["value"] = snippet.Versions[^1].Text,
        ["history"] = ApiJson.List(snippet.Versions.AsEnumerable().Reverse(), version => new JsonObject
        {
            ["id"] = version.Id,
            ["value"] = version.Text,
            ["created"] = version.Created.ToString("ddd, dd MMM yyyy HH:mm:ss -0000", CultureInfo.InvariantCulture),
        }),
        ["global_snippet"] = snippet.IsGlobal,
        ["resource_uri"] = ApiJson.Uri($"dhcp-snippets/{snippet.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var snippet = new DhcpSnippetForm(call, null).Save();
        call.State.DhcpSnippets.Add(snippet);
        return ApiResponse.Json(Render(snippet));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var snippet = new DhcpSnippetForm(call, Find(call)).Save();
        call.State.DhcpSnippets.Touch(snippet);
        return ApiResponse.Json(Render(snippet));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.DhcpSnippets.Remove(Find(call));
        return ApiResponse.NoContent();
    }

    /// <summary>Back to a version by its id, or by so many versions.</summary>
    private static ApiResponse Revert(ApiCall call)
    {
        if (call.Form.Get("to") is not { } text)
            return ApiResponse.Text(400, "You must specify where to revert to");
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var to))
            return ApiResponse.Text(400, $"{text} is an invalid 'to' value");
        var snippet = Find(call);
        var index = to <= 0 ? snippet.Versions.Count - 1 + to : snippet.Versions.FindIndex(version => version.Id == to);
        if (index < 0)
            return ApiResponse.Text(400, to <= 0 ? "Goes too far back." : $"{to} not found in history");
        if (index < snippet.Versions.Count - 1)
            call.State.DhcpSnippets.Touch(snippet);
        snippet.Versions.RemoveRange(index + 1, snippet.Versions.Count - index - 1);
        return ApiResponse.Json(Render(snippet));
    }

    private static SimulatedDhcpSnippet Find(ApiCall call) => SiteSpecifiers.DhcpSnippets.Require(call.State, call.Route["id"]);
}

using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>dhcp-snippets/</c>.</summary>
internal sealed class DhcpSnippetsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "dhcp-snippets/", null, call => ApiResponse.Json(SiteJson.List(call.State.DhcpSnippets, Render)));
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
        ["subnet"] = SiteJson.Subnet(snippet.Subnet),
        ["value"] = snippet.Versions[^1].Text,
        ["history"] = SiteJson.List(snippet.Versions.AsEnumerable().Reverse(), version => new JsonObject
        {
            ["id"] = version.Id,
            ["value"] = version.Text,
            ["created"] = version.Created.ToString("ddd, dd MMM yyyy HH:mm:ss -0000", CultureInfo.InvariantCulture),
        }),
        ["global_snippet"] = snippet.IsGlobal,
        ["resource_uri"] = SiteJson.Uri($"dhcp-snippets/{snippet.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var (name, value) = (errors.Text("name"), errors.Text("value"));
        var (node, subnet) = ReadOwner(call, errors);
        errors.ThrowIfAny();
        var snippet = new SimulatedDhcpSnippet { Id = call.State.Ids.Next("dhcpsnippet"), Name = name };
        (snippet.Node, snippet.Subnet) = (node, subnet);
        Change(call, snippet, value);
        call.State.DhcpSnippets.Add(snippet);
        return ApiResponse.Json(Render(snippet));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var snippet = Find(call);
        var errors = new FieldErrors(call.Form);
        var (node, subnet) = ReadOwner(call, errors);
        errors.ThrowIfAny();
        if (node is not null || subnet is not null || Flag(call, "global_snippet") == true)
            (snippet.Node, snippet.Subnet) = (node, subnet);
        snippet.Name = call.Form.Get("name") is { Length: > 0 } name ? name : snippet.Name;
        Change(call, snippet, call.Form.Get("value"));
        return ApiResponse.Json(Render(snippet));
    }

    private static void Change(ApiCall call, SimulatedDhcpSnippet snippet, string? value)
    {
        snippet.Description = call.Form.Get("description") ?? snippet.Description;
        snippet.Enabled = Flag(call, "enabled") ?? snippet.Enabled;
        if (!string.IsNullOrEmpty(value) && (snippet.Versions.Count == 0 || snippet.Versions[^1].Text != value))
            snippet.Versions.Add(new(call.State.Ids.Next("textversion"), value, call.State.Now));
    }

    private static (SimulatedNode? Node, SimulatedSubnet? Subnet) ReadOwner(ApiCall call, FieldErrors errors)
    {
        if (Flag(call, "global_snippet") == true)
            return (null, null);
        var (nodeText, subnetText) = (call.Form.Get("node") ?? "", call.Form.Get("subnet") ?? "");
        var node = call.State.Nodes.Find(nodeText) ?? call.State.Nodes.FirstOrDefault(known => known.Hostname == nodeText);
        var subnet = subnetText.Length == 0 ? null : Lookup.Subnet(call.State, subnetText);
        if (node is null && nodeText.Length > 0)
            errors.Add("node", FieldErrors.BadChoice);
        if (subnet is null && subnetText.Length > 0)
            errors.Add("subnet", FieldErrors.BadChoice);
        if (node is not null && subnet is not null)
            errors.Add("__all__", "A DHCP snippet cannot be enabled on a node and subnet at the same time.");
        return (node, subnet);
    }

    private static bool? Flag(ApiCall call, string name) => call.Form.Get(name) is { Length: > 0 } text ? FieldErrors.IsTrue(text) : null;

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.DhcpSnippets.Remove(Find(call));
        return ApiResponse.NoContent();
    }

    /// <summary>Back to a version by its id, or by so many versions.</summary>
    private static ApiResponse Revert(ApiCall call)
    {
        var snippet = Find(call);
        if (call.Form.Get("to") is not { Length: > 0 } text)
            return ApiResponse.Text(400, "You must specify where to revert to");
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var to))
            return ApiResponse.Text(400, $"{text} is an invalid 'to' value");
        var index = to <= 0 ? snippet.Versions.Count - 1 + to : snippet.Versions.FindIndex(version => version.Id == to);
        if (index < 0)
            return ApiResponse.Text(400, to <= 0 ? "Goes too far back." : $"{to} not found in history");
        snippet.Versions.RemoveRange(index + 1, snippet.Versions.Count - index - 1);
        return ApiResponse.Json(Render(snippet));
    }

    private static SimulatedDhcpSnippet Find(ApiCall call) =>
        Lookup.ById(call, call.State.DhcpSnippets, snippet => snippet.Id, "DHCPSnippet");
}

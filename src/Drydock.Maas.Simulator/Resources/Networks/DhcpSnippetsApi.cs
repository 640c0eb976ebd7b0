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
        router.Map("GET", "dhcp-snippets/", null, call => ApiResponse.Json(ApiJson.List(call.State.DhcpSnippets, snippet => Render(call.State, snippet))));
        router.Map("POST", "dhcp-snippets/", null, Create, Access.Admin);
        router.Map("GET", "dhcp-snippets/{id}/", null, call => ApiResponse.Json(Render(call.State, Find(call))));
        router.Map("PUT", "dhcp-snippets/{id}/", null, Update, Access.Admin);
        router.Map("DELETE", "dhcp-snippets/{id}/", null, Delete, Access.Admin);
        router.Map("POST", "dhcp-snippets/{id}/", "revert", Revert, Access.Admin);
    }

    private static JsonObject Render(SimulatorState state, SimulatedDhcpSnippet snippet) => new()
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
            ["created"] = TimeText.Date(state, version.Created),
        }),
        ["global_snippet"] = snippet.IsGlobal,
        ["resource_uri"] = ApiJson.Uri($"dhcp-snippets/{snippet.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var snippet = new DhcpSnippetForm(call, null).Save();
        call.State.DhcpSnippets.Add(snippet);
        return ApiResponse.Json(Render(call.State, snippet));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var snippet = new DhcpSnippetForm(call, Find(call)).Save();
        call.State.DhcpSnippets.Touch(snippet);
        return ApiResponse.Json(Render(call.State, snippet));
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
        return ApiResponse.Json(Render(call.State, snippet));
    }

    private static SimulatedDhcpSnippet Find(ApiCall call) => SiteSpecifiers.DhcpSnippets.Require(call.State, call.Route["id"]);
}

/// <summary>The wanted state of a DHCP snippet; a rack that serves what it is for has to take it.</summary>
internal sealed class DhcpSnippetForm
{
    private const int LongestName = 255;
    private const string NoRack = "Unable to validate DHCP config, no available rack controller connected.";

    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly SimulatedDhcpSnippet? _current;
    private readonly string _name;
    private readonly SimulatedTextVersion? _version;
    private readonly SimulatedNode? _node;
    private readonly SimulatedSubnet? _subnet;
    private readonly SimulatedIPRange? _range;

    /// <exception cref="ApiException">400: a snippet cannot be so, or no rack can tell.</exception>
    public DhcpSnippetForm(ApiCall call, SimulatedDhcpSnippet? current)
    {
        (_call, _current, _errors) = (call, current, new(call.Form));
        _name = ReadName();
        _version = ReadVersion();
        (_node, _subnet) = Choose(ReadNode(), ReadSubnet());
        _range = ReadRange();
        CheckTogether();
        _errors.ThrowIfAny();
        CheckConfiguration();
        _errors.ThrowIfAny();
        if (_name.Length == 0)
            throw new ApiException(ApiResponse.BareInvalid("name", "This field cannot be blank."));
    }

    public SimulatedDhcpSnippet Save()
    {
        var snippet = _current ?? new() { Id = _call.State.Ids.Next("dhcpsnippet"), Name = _name };
        (snippet.Name, snippet.Node, snippet.Subnet, snippet.IPRange) = (_name, _node, _subnet, _range);
        snippet.Description = _call.Form.Get("description")?.Trim() ?? snippet.Description;
        snippet.Enabled = _errors.Flag("enabled", snippet.Enabled);
        if (_version is not null)
            snippet.Versions.Add(_version);
        return snippet;
    }

    private string ReadName()
    {
        var name = _current is null ? _errors.Text("name") : (_call.Form.Get("name") ?? _current.Name).Trim();
        _errors.CheckLength("name", name, LongestName);
        return name;
    }

    /// <summary>A form that does not mention the text of a snippet makes the number of its last version the text: MAAS fills that in itself.</summary>
    private SimulatedTextVersion? ReadVersion()
    {
        var last = _current?.Versions[^1];
        var text = _call.Form.Get("value") ?? last?.Id.ToString(CultureInfo.InvariantCulture);
        if (text is null)
            _errors.Add("value", "Must be given a value");
        text = text?.Replace("\r\n", "\n", StringComparison.Ordinal);
        return text is null || text == last?.Text ? null : new(_call.State.Ids.Next("textversion"), text, _call.State.Now);
    }

    private SimulatedNode? ReadNode()
    {
        if (_call.Form.Get("node") is not { Length: > 0 } text)
            return _current?.Node;
        var node = _call.State.Nodes.FirstOrDefault(node => node.SystemId == text || node.Hostname == text);
        if (node is null)
            _errors.Add("node", $"Select a valid choice. {text} is not one of the available choices.");
        return node;
    }

    private SimulatedSubnet? ReadSubnet() => _call.Form.Get("subnet") is { Length: > 0 } text
        ? SiteSpecifiers.Subnets.Read(_call.State, _errors, "subnet", text)
        : _current?.Subnet;

    /// <summary>One of the two takes the place of the other; both for a new one are too many.</summary>
    private (SimulatedNode? Node, SimulatedSubnet? Subnet) Choose(SimulatedNode? node, SimulatedSubnet? subnet)
    {
        if (_errors.Flag("global_snippet", otherwise: false))
            return (null, null);
        if (subnet == _current?.Subnet && node is not null)
            return (node, null);
        return node == _current?.Node && subnet is not null ? (null, subnet) : (node, subnet);
    }

    private SimulatedIPRange? ReadRange()
    {
        if (_call.Form.Get("iprange") is not { Length: > 0 } text)
            return _current?.IPRange;
        return SiteSpecifiers.IPRanges.Read(_call.State, _errors, "iprange", text);
    }

    private void CheckTogether()
    {
        if (_node is not null && _subnet is not null)
            _errors.Add("__all__", "A DHCP snippet cannot be enabled on a node and subnet at the same time.");
        else if (_range is not null && _subnet is null)
            _errors.Add("__all__", "A DHCP snippet cannot be enabled on an iprange withouta parent subnet");
        else if (_range is not null && _range.Subnet != _subnet)
            _errors.Add("__all__", "A DHCP snippet's IP Range must be within theparent subnet");
    }

    /// <summary>MAAS has a rack try the configuration; without one nothing is known of it.</summary>
    private void CheckConfiguration()
    {
        var racks = _subnet is not null ? GetRacks(_subnet) : _node is not null ? RackConnectivity.RacksOfBoot(_node) : _call.State.RackControllers;
        if (!_call.State.Rules.TakesSnippetsWithoutRack && !racks.Any(rack => RackConnectivity.IsConnected(_call.State, rack)))
            throw new ApiException(ApiResponse.Text(400, NoRack));
        var text = _version?.Text ?? _current?.Versions[^1].Text ?? "";
        if (DhcpOptions.FirstUnknown(text) is { } option)
            _errors.Add("value", "unknown option " + option);
    }

    private IEnumerable<SimulatedController> GetRacks(SimulatedSubnet subnet)
    {
        var onIt = _call.State.RackControllers.Where(rack => rack.Interfaces.Exists(nic => nic.Links.Exists(link => link.Subnet == subnet)));
        return onIt.Concat(RackConnectivity.GetRacks(subnet.Vlan.RelayVlan));
    }
}

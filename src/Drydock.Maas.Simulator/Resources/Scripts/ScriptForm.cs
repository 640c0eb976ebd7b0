using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>The wanted state of a script: what the form says, and what the script's own header says; they may not contradict each other.</summary>
internal sealed partial class ScriptForm
{
    private const int LongestText = 255;

    private static readonly string[] Changeable = ["tags", "timeout"];

    private static readonly string[] StructuredMembers = ["packages", "for_hardware"];

    private static readonly string[] Fields =
    [
        "name", "title", "description", "tags", "script_type", "hardware_type", "parallel", "packages", "timeout", "destructive", "script",
        "for_hardware", "may_reboot", "recommission", "apply_configured_networking",
    ];

    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly SimulatedNodeScript? _current;
    private readonly Dictionary<string, string> _data = new(StringComparer.Ordinal);
    private readonly string? _comment;
    private readonly ScriptHeader? _header;
    private ScriptValues? _values;

    /// <exception cref="ApiException">400: a script cannot be so.</exception>
    public ScriptForm(ApiCall call, SimulatedNodeScript? current)
    {
        (_call, _current, _errors) = (call, current, new(call.Form));
        ReadData();
        if (_data.ContainsKey("script") && _data.Remove("comment", out var comment))
            _comment = comment;
        if (_data.TryGetValue("type", out var type) && _data.TryAdd("script_type", type))
            _data.Remove("type");
        if (_data.TryGetValue("script", out var script))
        {
            _header = ScriptHeader.Read(script);
            foreach (var problem in _header.Problems)
                Refuse("script", problem);
            MergeHeader(_header.Members);
        }

        Clean();
        CheckWhole();
        _errors.ThrowIfAny();
    }

    /// <summary>The script as the form wants it; a new one where there was none.</summary>
    public SimulatedNodeScript Save()
    {
        var script = _current ?? new() { Id = _call.State.Ids.Next("script"), Name = _values!.Name };
        if (_values!.Name.Length == 0)
            throw new ApiException(ApiResponse.BareInvalid("name", "This field cannot be blank."));
        _values.ApplyTo(script);
        if (_header?.Members is { } members)
        {
            script.Results = members["results"]?.DeepClone() ?? new JsonObject();
            script.Parameters = members["parameters"]?.DeepClone() ?? new JsonObject();
        }

        if (_values.Version is { } version)
            script.Revisions.Insert(0, version);
        ScriptTags.Settle(script);
        return script;
    }

    /// <summary>A single file is the script, whatever part it comes in; a part of another name gives the script that name.</summary>
    private void ReadData()
    {
        foreach (var name in _call.Form.Names)
            _data[name] = _call.Form.IsJson ? string.Join(',', _call.Form.GetAll(name)) : _call.Form.Get(name)!;
        foreach (var name in _call.Form.EmptyLists)
            _data[name] = "";
        if (_call.Form.FileText("script") is { } script)
        {
            _data["script"] = script;
        }
        else if (_call.Form.Files.Count == 1)
        {
            var name = _call.Form.Files.Keys.First();
            (_data["name"], _data["script"]) = (name, _call.Form.FileText(name)!);
        }
    }

    /// <summary>The first refusal looks at all fields as they are then; what the header adds later is not looked at.</summary>
    private void Refuse(string field, string message)
    {
        Clean();
        _errors.Add(field, message);
    }

    private void MergeHeader(JsonObject? members)
    {
        if (members is null)
            return;
        MergeTags(members["tags"]);
        if (members["timeout"] is { } timeout && _current is null)
            _data.TryAdd("timeout", timeout.ToString());
        foreach (var key in StructuredMembers.Where(key => members[key] is not null))
            _data.TryAdd(key, members[key]!.ToJsonString());
        foreach (var (key, value) in members.Where(member => Fields.Contains(member.Key) && member.Key is not ("tags" or "timeout" or "packages" or "for_hardware")))
        {
            if (!_data.TryAdd(key, Text(value)) && !Agrees(key, value, _data[key]))
                Refuse(key, "May not override values defined in embedded YAML.");
        }
    }

    private void MergeTags(JsonNode? tags)
    {
        if (tags is null || _current is not null || _data.ContainsKey("tags"))
            return;
        var isText = tags is JsonValue value && value.TryGetValue<string>(out _);
        if (isText || (tags is JsonArray items && items.All(item => item is JsonValue text && text.TryGetValue<string>(out _))))
            _data["tags"] = isText ? tags.ToString() : string.Join(',', tags.AsArray().Select(tag => tag!.ToString()));
        else
            Refuse("tags", "Embedded tags must be a string of comma seperated values, or a list of strings.");
    }

    /// <summary>Types are the same by whatever word; of all else the header's value has to be a text, and the same.</summary>
    private bool Agrees(string key, JsonNode? value, string given) => key == "script_type"
        ? ScriptTypes.Type(Text(value), _call.State.Rules, out _) is { } type && type == ScriptTypes.Type(given, _call.State.Rules, out _)
        : value is JsonValue text && text.TryGetValue<string>(out var written) && written == given;

    private static string Text(JsonNode? value) => value?.ToString() ?? "";

    private void Clean() => _values ??= ScriptValues.Read(_call, _errors, _data, _comment, _current);

    private void CheckWhole()
    {
        if (!_errors.Any && _current?.IsDefault == true)
        {
            foreach (var field in Fields.Where(field => !Changeable.Contains(field) && _data.ContainsKey(field)))
                _errors.Add(field, "Not allowed to change on default scripts.");
        }

        if (_data.TryGetValue("name", out var name))
            CheckName(name);
        if (_data.ContainsKey("comment"))
            _errors.Add("comment", "\"comment\" may only be used when specifying a \"script\" as well.");
        if (_header?.Members is { } members)
            ScriptTags.CheckResults(_errors, members["results"]);
        if (_data.ContainsKey("parameters") && !_errors.Any)
            throw new ApiException(ApiResponse.Json(new JsonObject(), 400));
    }

    private void CheckName(string name)
    {
        if (name.Equals("none", StringComparison.OrdinalIgnoreCase))
            _errors.Add("name", "\"none\" is a reserved name.");
        if (name.Length > 0 && name.All(char.IsDigit))
            _errors.Add("name", "Cannot be a number.");
        if (!SafeName().IsMatch(name))
            _errors.Add("name", string.Create(CultureInfo.InvariantCulture, $"Name '{name}' contains disallowed characters, e.g. space or quotes."));
    }

    [GeneratedRegex("^[a-zA-Z0-9_@%+=:,./-]+$")]
    private static partial Regex SafeName();
}

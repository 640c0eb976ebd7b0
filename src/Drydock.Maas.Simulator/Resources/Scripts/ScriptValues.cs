using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>The fields of a script, read from texts.</summary>
internal sealed partial class ScriptValues
{
    private const int LongestText = 255;

    private readonly Dictionary<string, string> _data;
    private readonly FieldErrors _errors;
    private readonly SimulatedNodeScript? _current;
    private readonly List<string> _tags;
    private readonly int _type;
    private readonly int _hardware;
    private readonly int _parallel;
    private readonly JsonNode _packages;
    private readonly List<string> _forHardware;
    private readonly TimeSpan _timeout;

    private ScriptValues(ApiCall call, FieldErrors errors, Dictionary<string, string> data, string? comment, SimulatedNodeScript? current)
    {
        (_data, _errors, _current) = (data, errors, current);
        Name = ReadName(call.State);
        errors.CheckLength("title", data.GetValueOrDefault("title") ?? "", LongestText);
        _tags = ReadTags();
        _packages = ReadPackages();
        _timeout = ReadTimeout();
        Version = ReadVersion(call.State, comment);
        _forHardware = ReadForHardware();
        _type = Choose("script_type", current?.Type ?? SimulatedNodeScript.TestingType, (text, out problem) => ScriptTypes.Type(text, call.State.Rules, out problem));
        _hardware = Choose("hardware_type", current?.HardwareType ?? 0, ScriptTypes.HardwareType);
        _parallel = Choose("parallel", current?.Parallel ?? 0, ScriptTypes.Parallel);
    }

    private delegate int? Translation(string text, out string problem);

    public string Name { get; }

    /// <summary>The content, where the form brings another one than there is.</summary>
    public SimulatedScriptRevision? Version { get; }

    public static ScriptValues Read(
        ApiCall call, FieldErrors errors, Dictionary<string, string> data, string? comment, SimulatedNodeScript? current) =>
        new(call, errors, data, comment, current);

    public void ApplyTo(SimulatedNodeScript script)
    {
        (script.Name, script.Tags, script.Type, script.HardwareType, script.Parallel) = (Name, _tags, _type, _hardware, _parallel);
        (script.Packages, script.ForHardware, script.Timeout) = (_packages, _forHardware, _timeout);
        script.Title = _data.GetValueOrDefault("title")?.Trim() ?? script.Title;
        script.Description = _data.GetValueOrDefault("description")?.Trim() ?? script.Description;
        script.Destructive = Flag("destructive", script.Destructive);
        script.MayReboot = Flag("may_reboot", script.MayReboot);
        script.Recommission = Flag("recommission", script.Recommission);
        script.ApplyConfiguredNetworking = Flag("apply_configured_networking", script.ApplyConfiguredNetworking);
    }

    private bool Flag(string field, bool otherwise) => _data.TryGetValue(field, out var text) ? FieldErrors.IsTrue(text) : otherwise;

    private string ReadName(SimulatorState state)
    {
        if (_current is not null && !_data.ContainsKey("name"))
            return _current.Name;
        var name = (_data.GetValueOrDefault("name") ?? "").Trim();
        if (name.Length == 0 && _current is null)
            _errors.Add("name", FieldErrors.Required);
        _errors.CheckLength("name", name, LongestText);
        if (name.Length > 0 && state.Scripts.Exists(other => other != _current && other.Name == name))
            _errors.Add("name", "Script with this Name already exists.");
        return name;
    }

    private List<string> ReadTags()
    {
        if (!_data.TryGetValue("tags", out var text))
            return [.. _current?.Tags ?? []];
        var tags = text.Length == 0 ? [] : text.Split(',', StringSplitOptions.TrimEntries);
        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i].Length == 0)
                _errors.Add("tags", string.Create(CultureInfo.InvariantCulture, $"Item {i + 1} in the array did not validate: {FieldErrors.Required}"));
        }

        return [.. tags];
    }

    private TimeSpan ReadTimeout()
    {
        if (!_data.TryGetValue("timeout", out var text))
            return _current?.Timeout ?? default;
        if (text.Length == 0)
            throw new ApiException(ApiResponse.BareInvalid("timeout", "This field cannot be null."));
        if (DurationText.Parse(text) is { } span)
            return span;
        _errors.Add("timeout", "Enter a valid duration.");
        return default;
    }

    /// <summary>A version is made before anything is known to be wrong, so that its number is gone even then.</summary>
    private SimulatedScriptRevision? ReadVersion(SimulatorState state, string? comment)
    {
        if (!_data.TryGetValue("script", out var text))
        {
            if (_current is null)
                _errors.Add("script", "Must be given a value");
            return null;
        }

        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return _current?.Revisions[0].Text == text
            ? null
            : new() { Id = state.Ids.Next("textversion"), Text = text, Comment = comment, Created = state.Now };
    }

    private JsonNode ReadPackages()
    {
        if (_data.GetValueOrDefault("packages") is not { Length: > 0 } text)
            return _current?.Packages ?? new JsonObject();
        if (ParseJson(text) is not { } packages)
            throw new ApiException(ApiResponse.Text(500, "Expecting value: line 1 column 1 (char 0)"));
        ScriptPackages.Check(_errors, packages);
        return packages;
    }

    private List<string> ReadForHardware()
    {
        if (_data.GetValueOrDefault("for_hardware") is not { Length: > 0 } text)
            return _current?.ForHardware ?? [];
        var parsed = ParseJson(text);
        if (parsed is not (null or JsonArray) && !(parsed is JsonValue value && value.TryGetValue<string>(out _)))
        {
            _errors.Add("for_hardware", "Must be a list or string");
            return [];
        }

        var ids = parsed is JsonArray items ? items.Select(item => item?.ToString() ?? "").ToList() : (parsed?.ToString() ?? text).Split(',').ToList();
        foreach (var id in ids.Where(id => !HardwareId().IsMatch(id)))
            _errors.Add(
                "for_hardware",
                $"Hardware identifier '{id}' must be a modalias, PCI ID, USB ID, system vendor, system product, system version, mainboard vendor, "
                + "or mainboard product.");
        return ids;
    }

    private static JsonNode? ParseJson(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private int Choose(string field, int otherwise, Translation translate)
    {
        if (_data.GetValueOrDefault(field) is not { Length: > 0 } text)
            return otherwise;
        if (translate(text, out var problem) is { } number)
            return number;
        _errors.Add(field, problem);
        return otherwise;
    }

    [GeneratedRegex(
        "^modalias:.+|pci:[0-9a-f]{4}:[0-9a-f]{4}|usb:[0-9a-f]{4}:[0-9a-f]{4}|system_vendor:.*|system_product:.*|system_version:.*"
        + "|mainboard_vendor:.*|mainboard_product:.*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex HardwareId();
}

using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>The power type of a form, with its parameters: one by one, or all as JSON.</summary>
internal sealed class PowerForm(SimulatorState state, ParameterSet form, FieldErrors errors)
{
    private const string Parameters = "power_parameters";
    private const string Prefix = Parameters + "_";
    private const string SkipCheck = Prefix + "skip_check";

    private IEnumerable<string> SentNames =>
        form.Names.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name != SkipCheck).Select(name => name[Prefix.Length..]);

    public void Check(SimulatedMachine? machine)
    {
        var json = Json();
        var given = form.Get("power_type");
        var type = given ?? machine?.PowerType ?? "";
        if (type.Length > 0 && PowerTypes.Find(state.Rules, type) is null)
            errors.Add("power_type", $"Select a valid choice. {type} is not one of the available choices.");
        else if (type.Length > 0 && (given is not null || SentNames.Any() || json.Count > 0))
            CheckParameters(PowerTypes.Find(state.Rules, type)!, machine, json);
    }

    /// <summary>Leaves with a 409 where another machine has the same controller, which no repetition changes.</summary>
    public void RequireOwnController(SimulatedMachine? machine)
    {
        if (Holder(machine) is not null)
            throw new ApiException(ApiResponse.DatabaseConflict());
    }

    public void Apply(SimulatedMachine machine)
    {
        var type = form.Get("power_type") ?? machine.PowerType;
        if (type == machine.PowerType && !SentNames.Any() && !form.Has(Parameters))
            return;
        var parameters = Wanted(type, machine, Json());
        machine.PowerType = type;
        machine.PowerParameters.Clear();
        foreach (var (name, value) in parameters)
            machine.PowerParameters[name] = value;
    }

    /// <summary>A parameter of a machine that is to be added; null for none.</summary>
    public string? Text(string name) => GetValue(name, null, Json())?.ToString();

    private static bool IsList(JsonNode? field) => field!["field_type"]!.GetValue<string>() == "multiple_choice";

    private static string Name(JsonNode? field) => field!["name"]!.GetValue<string>();

    private JsonArray GetFields(string type) => PowerTypes.Find(state.Rules, type)?["fields"]!.AsArray() ?? [];

    private static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 } || value.ToString().Length == 0;

    /// <summary>A machine that names the same controller in the same way, apart from secrets; one controller is one row of the database.</summary>
    private SimulatedMachine? Holder(SimulatedMachine? machine)
    {
        var type = form.Get("power_type") ?? machine?.PowerType ?? "";
        if (PowerTypes.Find(state.Rules, type) is not { } known || known["chassis"]!.GetValue<bool>() || type == "manual")
            return null;
        var parameters = Wanted(type, machine, Json());
        var shared = GetFields(type).Where(field => field!["scope"]!.GetValue<string>() == "bmc" && !field["secret"]!.GetValue<bool>())
            .Select(Name).ToArray();
        return state.Nodes.OfType<SimulatedMachine>().FirstOrDefault(other => other != machine && other.PowerType == type
            && shared.All(name => JsonNode.DeepEquals(other.PowerParameters.GetValueOrDefault(name), parameters.GetValueOrDefault(name))));
    }

    private void CheckParameters(JsonNode type, SimulatedMachine? machine, JsonObject json)
    {
        // A real MAAS fails where an address of another kind of controller stays behind.
        var name = type["name"]!.GetValue<string>();
        if (name == "ipmi" && GetValue("power_address", machine, json)?.ToString().Contains('/', StringComparison.Ordinal) == true)
            throw new ApiException(
                ApiResponse.Text(500, "IPAddress() does not support netmasks or subnet prefixes! See documentation for details."));
        if (form.Get(SkipCheck) == "true")
            return;
        var fields = type["fields"]!.AsArray();
        var unknown = SentNames.Except(fields.Select(Name)).ToArray();
        if (unknown.Length > 0)
            errors.Add(Parameters, $"Unknown parameter(s): {string.Join(", ", unknown)}.");
        else if (fields.Count > 0 && fields.All(field => GetValue(Name(field), machine, json) is null))
            errors.Add(Parameters, FieldErrors.Required);
        else
            foreach (var field in fields)
                CheckField(field!, GetValue(Name(field), machine, json));
    }

    private void CheckField(JsonNode field, JsonNode? value)
    {
        var label = field["label"]!.GetValue<string>();
        value ??= IsEmpty(field["default"]) ? null : field["default"];
        if (field["required"]!.GetValue<bool>() && IsEmpty(value))
        {
            errors.Add(Parameters, $"{label}: {FieldErrors.Required}");
            return;
        }

        var choices = field["choices"]!.AsArray().Select(choice => choice![0]!.GetValue<string>()).ToArray();
        var wrong = (value as JsonArray ?? [value?.DeepClone()]).Select(item => item?.ToString() ?? "")
            .FirstOrDefault(text => text.Length > 0 && !choices.Contains(text));
        if (choices.Length > 0 && wrong is not null)
            errors.Add(Parameters, $"{label}: {FieldErrors.ChoiceText(Name(field), choices, wrong)}");
    }

    /// <summary>What the form says of a parameter, else what the machine has; null for neither.</summary>
    private JsonNode? GetValue(string name, SimulatedMachine? machine, JsonObject json) =>
        SentNames.Contains(name) ? Sent(name)
        : json.TryGetPropertyValue(name, out var value) && value is not null ? value : machine?.PowerParameters.GetValueOrDefault(name);

    private JsonNode? Sent(string name) => Array.Find([.. PowerTypes.List(state.Rules)], type => type!["fields"]!.AsArray().Any(field => Name(field) == name && IsList(field))) is null
        ? form.Get(Prefix + name)
        : ApiJson.Texts(form.GetAll(Prefix + name));

    private Dictionary<string, JsonNode?> Wanted(string type, SimulatedMachine? machine, JsonObject json)
    {
        var isChecked = form.Get(SkipCheck) != "true";
        var wanted = GetFields(type).Select(field => (Name: Name(field), Value: GetValue(Name(field), machine, json) ?? (isChecked ? field!["default"] : null)))
            .Where(field => isChecked || field.Value is not null).ToDictionary(field => field.Name, field => field.Value?.DeepClone());
        // Without a check whatever was sent is kept, and nothing is made up.
        foreach (var name in isChecked ? [] : SentNames)
            wanted[name] = Sent(name);
        return wanted;
    }

    private JsonObject Json()
    {
        try
        {
            return form.Get(Parameters) is not { } text || string.IsNullOrWhiteSpace(text) ? []
                : JsonNode.Parse(text) as JsonObject
                    ?? throw new ApiException(ApiResponse.Text(500, "'list' object has no attribute 'get'"));
        }
        catch (JsonException)
        {
            throw new ApiException(ApiResponse.Text(400, "Failed to parse JSON power_parameters"));
        }
    }
}

/// <summary>The power drivers of MAAS, with the parameters each takes.</summary>
internal static class PowerTypes
{
    private static readonly JsonArray Usual = JsonNode.Parse(
        typeof(PowerTypes).Assembly.GetManifestResourceStream("PowerTypes.json")!)!.AsArray();

    private static readonly ConcurrentDictionary<string, JsonArray> OfVersions = new();

    /// <summary>Those of a version, to be read only.</summary>
    public static JsonArray List(VersionRules rules) => OfVersions.GetOrAdd(rules.Name, _ => Extend(rules));

    public static JsonNode? Find(VersionRules rules, string name) => List(rules).FirstOrDefault(type => type!["name"]!.GetValue<string>() == name);

    /// <summary>Gives a machine the parameters it has not been given, as a form does.</summary>
    public static void Complete(VersionRules rules, SimulatedMachine machine)
    {
        foreach (var field in Find(rules, machine.PowerType)?["fields"]?.AsArray() ?? [])
            machine.PowerParameters.TryAdd(field!["name"]!.GetValue<string>(), field["default"]?.DeepClone());
    }

    private static void Insert(JsonArray fields, JsonObject later)
    {
        var next = fields.FirstOrDefault(field => field!["name"]!.GetValue<string>() == later[VersionRules.FollowedBy]?.GetValue<string>());
        later.Remove(VersionRules.FollowedBy);
        fields.Insert(next is null ? fields.Count : fields.IndexOf(next), later);
    }

    private static JsonArray Extend(VersionRules rules)
    {
        var types = Usual.DeepClone().AsArray();
        foreach (var type in types)
        {
            foreach (var later in rules.LaterPowerParameters[type!["name"]!.ToString()]?.AsArray() ?? [])
                Insert(type["fields"]!.AsArray(), later!.DeepClone().AsObject());
        }

        return types;
    }
}

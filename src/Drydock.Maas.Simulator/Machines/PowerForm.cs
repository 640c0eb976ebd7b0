using System.Text.Json;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>The power type of a form, with its parameters: one by one, or all as JSON.</summary>
internal sealed class PowerForm(ParameterSet form, FieldErrors errors)
{
    private const string Parameters = "power_parameters";
    private const string Prefix = Parameters + "_";

    private readonly bool _skipsCheck = form.Get(Prefix + "skip_check") is { } text && FieldErrors.IsTrue(text);

    public void Check(SimulatedMachine? machine)
    {
        if (form.Get("power_type") is not { Length: > 0 } type)
            return;
        if (PowerTypes.Find(type) is not { } known)
        {
            errors.Add("power_type", $"Select a valid choice. {type} is not one of the available choices.");
            return;
        }

        var sent = Sent();
        CheckAddress(type, sent, machine);
        var missing = known["fields"]!.AsArray().Where(field => field!["required"]!.GetValue<bool>() && IsMissing(field, sent, machine));
        if (!_skipsCheck && missing.Any())
            errors.Add(Parameters, FieldErrors.Required);
    }

    public void Apply(SimulatedMachine machine)
    {
        if (form.Get("power_type") is { Length: > 0 } type)
            machine.PowerType = type;
        foreach (var (name, value) in Sent())
            machine.PowerParameters[name] = value;
        var fields = PowerTypes.Find(machine.PowerType)?["fields"]!.AsArray() ?? [];
        foreach (var name in machine.PowerParameters.Keys.Where(name => !fields.Any(field => Name(field) == name)).ToList())
            machine.PowerParameters.Remove(name);
        foreach (var field in fields.Where(field => !machine.PowerParameters.ContainsKey(Name(field))))
            machine.PowerParameters[Name(field)] = field!["default"]?.DeepClone();
    }

    /// <summary>A real MAAS fails where an address of another kind of controller stays behind.</summary>
    private static void CheckAddress(string type, Dictionary<string, JsonNode?> sent, SimulatedMachine? machine)
    {
        var address = sent.GetValueOrDefault("power_address") ?? machine?.PowerParameters.GetValueOrDefault("power_address");
        if (type == "ipmi" && address?.ToString().Contains('/', StringComparison.Ordinal) == true)
            throw new ApiException(
                ApiResponse.Text(500, "IPAddress() does not support netmasks or subnet prefixes! See documentation for details."));
    }

    private static bool IsMissing(JsonNode? field, Dictionary<string, JsonNode?> sent, SimulatedMachine? machine) =>
        field!["default"]?.ToString() is null or ""
        && (sent.GetValueOrDefault(Name(field)) ?? machine?.PowerParameters.GetValueOrDefault(Name(field)))?.ToString() is null or "";

    private static string Name(JsonNode? field) => field!["name"]!.GetValue<string>();

    private Dictionary<string, JsonNode?> Sent()
    {
        var sent = form.Names.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name != Prefix + "skip_check")
            .ToDictionary(name => name[Prefix.Length..], name => (JsonNode?)form.Get(name), StringComparer.Ordinal);
        foreach (var (name, value) in Json())
            sent[name] = value?.DeepClone();
        return sent;
    }

    private JsonObject Json()
    {
        try
        {
            return form.Get(Parameters) is { Length: > 0 } text ? JsonNode.Parse(text) as JsonObject ?? [] : [];
        }
        catch (JsonException)
        {
            throw new ApiException(ApiResponse.Invalid(Parameters, "Failed to parse JSON power_parameters"));
        }
    }
}

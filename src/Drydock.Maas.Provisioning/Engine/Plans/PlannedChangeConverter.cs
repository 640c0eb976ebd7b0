using System.Text.Json.Serialization;
using System.Text.Json;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// Changes in journals and plan files, written with kind, action and property by name. Journals of versions 0 and 1 had a text for each, which is
/// read too.
/// </summary>
internal sealed class PlannedChangeConverter : JsonConverter<PlannedChange>
{
    private const string OwnerDataPrefix = "owner data ";

    private static readonly Dictionary<string, ChangeProperty> FormerProperties =
        Enum.GetValues<ChangeProperty>().GroupBy(p => ChangeWording.Name(p, null)).ToDictionary(p => p.Key, p => p.First(), StringComparer.Ordinal);

    private static readonly Dictionary<string, ChangeAction> FormerActions =
        Enum.GetValues<ChangeAction>().ToDictionary(ChangeWording.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override PlannedChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement;
        var change = new PlannedChange
        {
            Action = ReadAction(json),
            Kind = Parse<ResourceKind>(json.FindText("kind") ?? json.FindText("resourceType")),
            Resource = json.FindText("resource") ?? throw new JsonException("A change names no resource."),
            PropertyKey = json.FindText("propertyKey"),
            Before = json.FindText("before"),
            After = json.FindText("after"),
            Size = json.TryGetProperty("size", out var size) ? size.GetInt64() : null,
            Severity = json.FindText("severity") is { } severity ? Parse<ChangeSeverity>(severity) : ChangeSeverity.Disruptive,
            Target = json.FindText("target"),
            Parents = [.. json.FindItems("parents").Select(p => p.GetString()!)],
            Blocker = json.FindText("blocker"),
            IsKnown = json.IsKnown(),
        };
        return change.Action is ChangeAction.Update && json.FindText("property") is { } property ? WithProperty(change, property) : change;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PlannedChange value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("action", $"{value.Action}");
        writer.WriteString("kind", $"{value.Kind}");
        writer.WriteString("resource", value.Resource);
        WriteText(writer, "property", value.Property is { } property ? $"{property}" : null);
        WriteText(writer, "propertyKey", value.PropertyKey);
        WriteText(writer, "before", value.Before);
        WriteText(writer, "after", value.After);
        if (value.Size is { } size)
            writer.WriteNumber("size", size);
        writer.WriteString("severity", $"{value.Severity}");
        WriteText(writer, "target", value.Target);
        if (value.Parents.Count > 0)
        {
            writer.WriteStartArray("parents");
            foreach (var parent in value.Parents)
                writer.WriteStringValue(parent);
            writer.WriteEndArray();
        }

        WriteText(writer, "blocker", value.Blocker);
        if (!value.IsKnown)
            writer.WriteBoolean("isKnown", false);
        writer.WriteEndObject();
    }

    /// <summary>What is neither create, update nor delete was written as Invoke, with what was done as its property.</summary>
    private static ChangeAction ReadAction(JsonElement json) => json.FindText("action") switch
    {
        "Invoke" => FormerActions.TryGetValue(json.FindText("property") ?? "", out var action) ? action : throw new JsonException("A change has no action."),
        var text => Parse<ChangeAction>(text),
    };

    private static PlannedChange WithProperty(PlannedChange change, string text)
    {
        if (Enum.TryParse<ChangeProperty>(text, out var property) || FormerProperties.TryGetValue(text, out property))
            return change with { Property = property };
        return text.StartsWith(OwnerDataPrefix, StringComparison.Ordinal)
            ? change with { Property = ChangeProperty.OwnerData, PropertyKey = text[OwnerDataPrefix.Length..] }
            : change with { Property = ChangeProperty.PowerParameter, PropertyKey = text };
    }

    private static T Parse<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value)
        ? value
        : throw new JsonException($"{text} is no {typeof(T).Name}.");

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}

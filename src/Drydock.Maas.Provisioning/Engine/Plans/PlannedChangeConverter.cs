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
            Subjects = [.. json.FindItems("subjects").Select(ParseSubject)],
            Effects = [.. json.FindItems("effects").Select(ParseEffect)],
            Size = json.FindNumber("size"),
            Severity = json.FindText("severity") is { } severity ? Parse<ChangeSeverity>(severity) : ChangeSeverity.Disruptive,
            Target = json.FindText("target"),
            Parents = [.. json.FindTexts("parents")],
            Blocker = json.FindText("blocker"),
            IsKnown = json.IsKnown(),
        };
        if (json.FindValues("beforeValues") is { } before)
            change = change with { BeforeValues = before };
        if (json.FindValues("afterValues") is { } after)
            change = change with { AfterValues = after };
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
        WriteValues(writer, "beforeValues", value.Before, value.BeforeValues);
        WriteText(writer, "after", value.After);
        WriteValues(writer, "afterValues", value.After, value.AfterValues);
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

        WriteItems(writer, "subjects", value.Subjects, Write);
        WriteItems(writer, "effects", value.Effects, Write);
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

    private static ChangeSubject ParseSubject(JsonElement json) => new(
        Parse<ResourceKind>(json.FindText("kind")), json.GetText("name"), json.FindText("identity") ?? "", json.FindNumber("size"));

    private static ChangeEffect ParseEffect(JsonElement json) => new(
        Parse<ResourceKind>(json.FindText("kind")),
        json.GetText("resource"),
        json.FindText("property") is { } property ? Parse<ChangeProperty>(property) : null,
        json.FindText("left"));

    private static void Write(Utf8JsonWriter writer, ChangeSubject subject)
    {
        writer.WriteString("kind", $"{subject.Kind}");
        writer.WriteString("name", subject.Name);
        writer.WriteString("identity", subject.Identity);
        if (subject.Size is { } size)
            writer.WriteNumber("size", size);
    }

    private static void Write(Utf8JsonWriter writer, ChangeEffect effect)
    {
        writer.WriteString("kind", $"{effect.Kind}");
        writer.WriteString("resource", effect.Resource);
        WriteText(writer, "property", effect.Property is { } property ? $"{property}" : null);
        WriteText(writer, "left", effect.Left);
    }

    private static void WriteItems<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Values are told beside the words wherever the words are not the value itself.</summary>
    private static void WriteValues(Utf8JsonWriter writer, string name, string? words, ChangeValues values)
    {
        if (values.Equals(ChangeValues.FromText(words)))
            return;
        writer.WriteStartObject(name);
        if (values.Text is { } text)
            writer.WriteString(JsonMembers.TextValue, text);
        foreach (var (member, value) in values.Members)
            writer.WriteString(member, value);
        writer.WriteEndObject();
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

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Texts with replacement fields in braces, in the manner of Python's <c>str.format</c>.</summary>
internal static partial class MessageTemplate
{
    /// <summary>Whether every field is well written and names a member of the values; fields by number or without a name have none.</summary>
    public static bool CanBeFilled(string template, JsonObject values)
    {
        for (var at = 0; at < template.Length; at++)
        {
            if (template[at] is not ('{' or '}'))
                continue;
            if (at + 1 < template.Length && template[at + 1] == template[at])
            {
                at++;
                continue;
            }

            var end = template.IndexOf('}', at);
            if (template[at] == '}' || end < 0 || !CanFill(template[(at + 1)..end], values))
                return false;
            at = end;
        }

        return true;
    }

    private static bool CanFill(string field, JsonObject values)
    {
        if (Field().Match(field) is not { Success: true } match || !values.TryGetPropertyValue(match.Groups["name"].Value, out var value))
            return false;
        foreach (Capture index in match.Groups["index"].Captures)
        {
            if (!TryTake(value, index.Value, out value))
                return false;
        }

        var specification = match.Groups["spec"].Value;
        return specification.Length == 0 || match.Groups["conversion"].Length > 0 || Suits(specification, value);
    }

    private static bool TryTake(JsonNode? value, string index, out JsonNode? part)
    {
        part = null;
        var number = int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1;
        switch (value)
        {
            case JsonArray items when number >= 0 && number < items.Count:
                part = items[number];
                return true;
            case JsonValue text when text.TryGetValue<string>(out var characters) && number >= 0 && number < characters.Length:
                part = characters[number..(number + 1)];
                return true;
            default:
                // A number never is the name of a member.
                return number < 0 && value is JsonObject members && members.TryGetPropertyValue(index, out part);
        }
    }

    private static bool Suits(string specification, JsonNode? value) => value switch
    {
        JsonValue plain when plain.TryGetValue<string>(out _) => TextPlaceholder().IsMatch(specification),
        JsonValue => NumberPlaceholder().IsMatch(specification),
        _ => false,
    };

    [GeneratedRegex(@"^(?<name>[^\[\].{}:!]+)(?:\[(?<index>[^\]]+)\])*(?:!(?<conversion>[rsa]))?(?::(?<spec>[^{}]*))?$")]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?:.?[<>^])?0?\d*(?:\.\d+)?s?$")]
    private static partial Regex TextPlaceholder();

    [GeneratedRegex(@"^(?:.?[<>=^])?[+\- ]?#?0?\d*[,_]?(?:\.\d+)?[bcdeEfFgGnoxX%]?$")]
    private static partial Regex NumberPlaceholder();
}

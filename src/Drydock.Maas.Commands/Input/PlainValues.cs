using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Drydock.Maas.Commands.Input;

/// <summary>Turns what PowerShell has for mappings and lists into plain ones.</summary>
internal static class PlainValues
{
    /// <summary>Hashtables and custom objects become mappings of texts, arrays lists; the rest stays, unwrapped.</summary>
    public static object? Of(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } custom =>
            custom.Properties.ToDictionary(p => p.Name, p => Of(p.Value), StringComparer.Ordinal),
        PSObject wrapped => Of(wrapped.BaseObject),
        IDictionary map => Map(map),
        string => value,
        IEnumerable list => list.Cast<object?>().Select(Of).ToList(),
        _ => value,
    };

    private static Dictionary<string, object?> Map(IDictionary map)
    {
        // Labels may differ by case alone in an ordered or a generic dictionary.
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map)
            plain[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = Of(entry.Value);
        return plain;
    }
}

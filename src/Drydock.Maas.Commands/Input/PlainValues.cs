using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Drydock.Maas.Commands.Input;

/// <summary>Turns what PowerShell has for mappings and lists into plain ones.</summary>
internal static class PlainValues
{
    /// <summary>Hashtables and custom objects become mappings of texts, arrays lists; the rest stays, unwrapped.</summary>
    public static object? Unwrap(object? value) => value switch
    {
        PSObject { BaseObject: PSCustomObject } custom =>
            custom.Properties.ToDictionary(p => p.Name, p => Unwrap(p.Value), StringComparer.Ordinal),
        PSObject wrapped => Unwrap(wrapped.BaseObject),
        IDictionary map => UnwrapMap(map),
        string => value,
        IEnumerable list => list.Cast<object?>().Select(Unwrap).ToList(),
        _ => value,
    };

    private static Dictionary<string, object?> UnwrapMap(IDictionary map)
    {
        // Labels may differ by case alone in an ordered or a generic dictionary.
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in map)
            plain[Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? ""] = Unwrap(entry.Value);
        return plain;
    }
}

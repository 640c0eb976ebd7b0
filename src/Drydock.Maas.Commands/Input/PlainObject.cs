using System.Collections;
using System.Management.Automation;

namespace Drydock.Maas.Commands.Input;

/// <summary>Reads objects of any make: rows, hashtables, what was deserialised.</summary>
internal static class PlainObject
{
    /// <summary>What is inside PowerShell's wrapping; an object without a type of its own stays wrapped, as its properties are there.</summary>
    public static object? Unwrap(object? item) => item is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : item;

    /// <summary>The items of a list, unwrapped, or the one object; nothing of null.</summary>
    public static IEnumerable<object?> Enumerate(object? input) => Unwrap(input) switch
    {
        null => [],
        IDictionary or string => [Unwrap(input)],
        IEnumerable items => items.Cast<object?>().Select(Unwrap),
        var item => [item],
    };

    /// <summary>The first of these that the object has, is not empty and is one text, number or address; null when there is none.</summary>
    public static string? FindText(object? item, params ReadOnlySpan<string> names)
    {
        if (item is string text)
            return text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        foreach (var name in names)
        {
            if (Unwrap(FindValue(item, name)) is { } value and not PSObject and not ICollection
                && LanguagePrimitives.ConvertTo<string>(value).Trim() is { Length: > 0 } found)
                return found;
        }

        return null;
    }

    /// <summary>Whether the object has that property, whatever its value.</summary>
    public static bool Has(object? item, string name) => item switch
    {
        null or string => false,
        IDictionary table => FindKey(table, name) is not null,
        _ => PSObject.AsPSObject(item).Properties[name] is not null,
    };

    /// <summary>The name of the type as a person would say it.</summary>
    public static string DescribeType(object? item) => item switch
    {
        null => "null",
        string => "text",
        IDictionary => "hashtable",
        PSObject wrapped => wrapped.TypeNames[0] switch
        {
            "System.Management.Automation.PSCustomObject" => "row",
            var name => name[(name.LastIndexOf('.') + 1)..] is var last && name.StartsWith("Deserialized.", StringComparison.Ordinal)
                ? $"{last} that was serialised"
                : name.StartsWith("Selected.", StringComparison.Ordinal) ? $"selection of {last}" : last,
        },
        _ => item.GetType().Name,
    };

    private static object? FindValue(object? item, string name) => item switch
    {
        null or string => null,
        IDictionary table => FindKey(table, name) is { } key ? table[key] : null,
        _ => PSObject.AsPSObject(item).Properties[name] is { } property ? Read(property) : null,
    };

    private static object? FindKey(IDictionary table, string name) =>
        table.Keys.Cast<object>().FirstOrDefault(key => string.Equals($"{key}", name, StringComparison.OrdinalIgnoreCase));

    // A script property of somebody else's may throw.
    private static object? Read(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}

using System.Collections;
using System.Management.Automation;

namespace Drydock.Maas.Commands.Input;

/// <summary>Turns a hashtable into parameters of a request; a list sends its name once for each value.</summary>
internal static class ApiParameters
{
    public static IEnumerable<KeyValuePair<string, string>> ToPairs(IDictionary parameters)
    {
        foreach (DictionaryEntry entry in parameters)
        {
            foreach (var value in LanguagePrimitives.GetEnumerable(entry.Value) ?? new[] { entry.Value })
                yield return new($"{entry.Key}", ToText(value));
        }
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ToLists(IDictionary parameters) => ToPairs(parameters)
        .GroupBy(p => p.Key, p => p.Value, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g], StringComparer.Ordinal);

    // MAAS reads truth values in lower case only.
    private static string ToText(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        bool truth => truth ? "true" : "false",
        SwitchParameter given => given ? "true" : "false",
        var other => LanguagePrimitives.ConvertTo<string>(other),
    };
}

using System.Text.RegularExpressions;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Names for documents of one kind: MAAS's own where it serves, each once.</summary>
internal sealed partial class DocumentNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A name that no other document of the kind has.</summary>
    /// <param name="wanted">The names that would do, the best first; those that are none are made some.</param>
    public string Take(params IEnumerable<string?> wanted)
    {
        var names = wanted.OfType<string>().Where(n => n.Length > 0).ToList();
        var name = names.Find(n => IsName(n) && !_taken.Contains(n)) ?? Number(names.Find(IsName) ?? Make(names.Count == 0 ? "unnamed" : names[0]));
        _taken.Add(name);
        return name;
    }

    /// <summary>Whether MAAS's name of a fabric, subnet or VLAN can be that of a document.</summary>
    public static bool IsName(string text) => Name().IsMatch(text) && !Reserved().IsMatch(text);

    /// <summary>A name of letters, digits and hyphens.</summary>
    public static string Make(string text)
    {
        var name = Others().Replace(text.Trim(), "-").Trim('-');
        return name.Length == 0 ? "unnamed" : IsName(name) ? name : $"{name.Replace('-', '_')}";
    }

    private string Number(string name)
    {
        if (!_taken.Contains(name))
            return name;
        var number = 2;
        while (_taken.Contains(FormattableString.Invariant($"{name}-{number}")))
            number++;
        return FormattableString.Invariant($"{name}-{number}");
    }

    [GeneratedRegex(@"\A\w[ \w-]{0,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\Afabric-\d+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();

    [GeneratedRegex(@"[^A-Za-z0-9_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Others();
}

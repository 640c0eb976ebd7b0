using System.Text.RegularExpressions;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Names for documents of one kind: MAAS's own where it serves, each once.</summary>
/// <param name="isValid">Whether MAAS takes a name for what the documents become; null for VLANs.</param>
internal sealed partial class DocumentNames(Func<string, bool>? isValid = null)
{
    private readonly Func<string, bool> _isValid = isValid ?? MaasName.IsValid;
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

    /// <summary>Whether MAAS's name of something can be that of its document.</summary>
    public bool IsName(string text) => text.Length <= MaasName.LongestLength && _isValid(text) && !MaasName.IsReservedForFabric(text);

    /// <summary>A name of letters, digits and hyphens.</summary>
    public static string Make(string text)
    {
        var name = Others().Replace(text.Trim(), "-").Trim('-');
        return name.Length == 0 ? "unnamed" : MaasName.IsReservedForFabric(name) ? name.Replace('-', '_') : name;
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

    [GeneratedRegex(@"[^A-Za-z0-9_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Others();
}

using System.Text.RegularExpressions;

namespace Drydock.Maas.Design;

/// <summary>Keys of owner data, and which of them MAAS takes.</summary>
internal static partial class OwnerDataKey
{
    /// <summary>Whether MAAS takes it: letters, digits, _, . and -; op is the name of its own parameter.</summary>
    public static bool IsTaken(string key) => key != "op" && Taken().IsMatch(key);

    [GeneratedRegex(@"^[\w.-]+\z")]
    private static partial Regex Taken();
}

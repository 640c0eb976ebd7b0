namespace Drydock.Maas.Client.Resources;

/// <summary>
/// The spellings of a host name that a filter of MAAS is given: MAAS keeps names as they were typed and compares them letter by letter, while
/// to DNS, and to people, Worker01 and worker01 are one name.
/// </summary>
internal static class HostnameSpellings
{
    /// <summary>The short name as given, in lower case, in upper case and with a capital.</summary>
    public static IEnumerable<string> List(string name)
    {
        var given = name.Split('.')[0];
        var lower = given.ToLowerInvariant();
        return new[] { given, lower, given.ToUpperInvariant(), lower.Length > 0 ? char.ToUpperInvariant(lower[0]) + lower[1..] : lower }.Distinct(StringComparer.Ordinal);
    }
}

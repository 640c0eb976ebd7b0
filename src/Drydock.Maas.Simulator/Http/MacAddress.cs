using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Http;

/// <summary>MAC addresses as MAAS takes them.</summary>
internal static partial class MacAddress
{
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    /// <summary>In small letters with colons, whichever of the usual ways it was written in.</summary>
    public static string Normalize(string text)
    {
        var parts = text.ToLowerInvariant().Split(':', '-', '.');
        return string.Join(':', parts.Length is 1 or 3 ? parts.SelectMany(part => part.Chunk(2).Select(pair => new string(pair))) : parts);
    }

    [GeneratedRegex("^([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}$")]
    private static partial Regex Pattern();
}

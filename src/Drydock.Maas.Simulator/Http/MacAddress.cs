using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Http;

/// <summary>MAC addresses as MAAS takes them.</summary>
internal static partial class MacAddress
{
    /// <summary>Whether a form takes it.</summary>
    public static bool IsValid(string text) => Form().IsMatch(text);

    /// <summary>Whether the database takes it as well, once it is brought into its form.</summary>
    public static bool CanBeStored(string text) => Stored().IsMatch(Normalize(text));

    /// <summary>In small letters with colons, whichever of the usual ways it was written in.</summary>
    public static string Normalize(string text)
    {
        var parts = text.ToLowerInvariant().Split(':', '-', '.');
        return string.Join(':', parts.Length switch
        {
            1 => Pairs(parts[0]),
            3 => parts.SelectMany(part => Pairs(part.PadLeft(4, '0'))),
            _ => parts.Select(part => part.PadLeft(2, '0')),
        });
    }

    /// <summary>What is left over behind the last pair is dropped.</summary>
    private static IEnumerable<string> Pairs(string text) => text.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new string(pair));

    // MAAS looks for one of three forms, only the first of them from the beginning and only the last to the end, with any sign between its parts.
    [GeneratedRegex("^([0-9a-fA-F]{1,2}:){5}[0-9a-fA-F]{1,2}|([0-9a-fA-F]{1,2}-){5}[0-9a-fA-F]{1,2}|([0-9a-fA-F]{3,4}.){2}[0-9a-fA-F]{3,4}$")]
    private static partial Regex Form();

    [GeneratedRegex("^([0-9a-f]{1,2}:){5}[0-9a-f]{1,2}$")]
    private static partial Regex Stored();
}

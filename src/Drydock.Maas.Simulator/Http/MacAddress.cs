using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Http;

/// <summary>MAC addresses as MAAS takes them.</summary>
internal static partial class MacAddress
{
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    [GeneratedRegex("^([0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}$")]
    private static partial Regex Pattern();
}

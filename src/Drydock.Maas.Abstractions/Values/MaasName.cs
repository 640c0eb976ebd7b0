using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Values;

/// <summary>
/// Names of fabrics, spaces, VLANs, zones and pools as MAAS takes them (<c>models/fabric.py</c>, <c>models/space.py</c>,
/// <c>MODEL_NAME_VALIDATOR</c>), and those that it gives itself and takes for nothing else.
/// </summary>
internal static partial class MaasName
{
    /// <summary>Characters that a name may have.</summary>
    public const int LongestLength = 256;

    /// <summary>The name of a fabric that was given none.</summary>
    public static string MakeForFabric(int id) => string.Create(CultureInfo.InvariantCulture, $"fabric-{id}");

    /// <summary>The name of a space that was given none.</summary>
    public static string MakeForSpace(int id) => string.Create(CultureInfo.InvariantCulture, $"space-{id}");

    /// <summary>Whether MAAS takes it for a fabric or a space, unless it keeps it for itself: letters, digits, _ and -, no blank.</summary>
    public static bool IsValidForFabric(string name) => FabricPattern().IsMatch(name);

    /// <summary>Whether MAAS takes it for a VLAN, a zone or a pool: letters, digits, _, and behind the first of these - and blanks.</summary>
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    /// <summary>Whether only the fabric with the number in the name may have it.</summary>
    public static bool IsReservedForFabric(string name) => ReservedFabricPattern().IsMatch(name);

    /// <summary>Whether only the space with the number in the name may have it.</summary>
    public static bool IsReservedForSpace(string name) => ReservedSpacePattern().IsMatch(name);

    [GeneratedRegex(@"\A[\w-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex FabricPattern();

    [GeneratedRegex(@"\A\w[ \w-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\Afabric-\d+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ReservedFabricPattern();

    [GeneratedRegex(@"\Aspace-\d+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ReservedSpacePattern();
}

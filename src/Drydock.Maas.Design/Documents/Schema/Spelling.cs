using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>Tells a slip of the pen from another word.</summary>
internal static class Spelling
{
    private const int MaxSlips = 2;
    private const int LettersASlip = 3;

    /// <summary>A key of the mapping that is likely to be meant for another, which is not there; null when there is none.</summary>
    public static string? FindSlip(YamlMap map, string meant) =>
        map.Find(meant) is null ? map.Entries.Select(e => e.Key).FirstOrDefault(k => IsSimilar(meant, k)) : null;

    public static bool IsSimilar(string known, string written) =>
        Distance(known, written) <= Math.Min(MaxSlips, (known.Length + LettersASlip - 1) / LettersASlip);

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substitution = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Orders names as people do: node2 before node10.</summary>
internal sealed class NaturalOrder : IComparer<string?>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (one, other) = (x ?? "", y ?? "");
        var (i, j) = (0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (char.IsAsciiDigit(one[i]) && char.IsAsciiDigit(other[j]))
            {
                var (first, second) = (ReadNumber(one, ref i), ReadNumber(other, ref j));
                var byNumber = first.Length != second.Length ? first.Length - second.Length : string.CompareOrdinal(first, second);
                if (byNumber != 0)
                    return byNumber;
            }
            else if (one[i++].CompareTo(other[j++]) is not 0 and var byLetter)
            {
                return byLetter;
            }
        }

        return (one.Length - i).CompareTo(other.Length - j) is not 0 and var byLength ? byLength : string.CompareOrdinal(one, other);
    }

    private static string ReadNumber(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text[start..at].TrimStart('0');
    }
}

namespace Drydock.Maas.Design.Python;

/// <summary>The part of a list or text that [from:to:by] takes.</summary>
internal static class PythonSlice
{
    /// <summary>The indexes it takes, in order; a negative bound counts from the end, and a step of 0 counts as 1.</summary>
    public static IEnumerable<int> Indexes(int count, long? from, long? to, long? by)
    {
        var step = by is null or 0 ? 1 : Math.Clamp(by.Value, -int.MaxValue, int.MaxValue);
        var (first, end) = step > 0
            ? (Clamp(from ?? 0, count, 0, count), Clamp(to ?? count, count, 0, count))
            : (Clamp(from ?? (count - 1), count, -1, count - 1), to is null ? -1 : Clamp(to.Value, count, -1, count - 1));
        for (var at = first; step > 0 ? at < end : at > end; at += step)
            yield return (int)at;
    }

    private static long Clamp(long number, int count, int least, int most) => Math.Clamp(number < 0 ? number + count : number, least, most);
}

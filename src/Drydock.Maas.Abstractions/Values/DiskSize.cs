namespace Drydock.Maas.Values;

/// <summary>
/// A size by which a disk is told: 960g is within one per cent of it, as disks of 960 GB have 960,197,124,096 bytes; &gt;1t has that or more,
/// &lt;1t less.
/// </summary>
/// <param name="Least">The least bytes.</param>
/// <param name="Most">The most bytes.</param>
internal readonly record struct DiskSize(decimal Least, decimal Most)
{
    private const decimal Tolerance = 0.01m;

    /// <summary>The size, or null when the text is none.</summary>
    public static DiskSize? Parse(string? text)
    {
        var written = text?.Trim() ?? "";
        var isBelow = written.StartsWith('<');
        if (StorageSize.Parse(isBelow ? written[1..] : written) is not { Bytes: > 0 and var bytes } size || (isBelow && size.TakesRest))
            return null;
        return isBelow ? new(0, bytes - 1) : size.TakesRest ? new(bytes, decimal.MaxValue) : new(bytes * (1 - Tolerance), bytes * (1 + Tolerance));
    }

    /// <summary>Whether a disk of so many bytes is meant.</summary>
    public bool Contains(long bytes) => bytes >= Least && bytes <= Most;
}

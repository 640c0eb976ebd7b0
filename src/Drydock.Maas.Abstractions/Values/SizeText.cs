using System.Globalization;

namespace Drydock.Maas.Values;

/// <summary>Sizes as a person reads them, in powers of 1000 as MAAS shows them: 998.2 MB, 20.0 GB, 1.92 TB.</summary>
internal static class SizeText
{
    private static readonly (decimal Bytes, string Text)[] Units =
        [(1e12m, "0.00 TB"), (1e9m, "0.0 GB"), (1e6m, "0.0 MB"), (1e3m, "0.0 kB")];

    /// <summary>The size with the unit that fits it.</summary>
    public static string Format(decimal bytes)
    {
        foreach (var (unit, text) in Units)
        {
            if (Math.Abs(bytes) >= unit)
                return (bytes / unit).ToString(text, CultureInfo.InvariantCulture);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes:0} bytes");
    }

    /// <summary>The size beside another one: with its bytes where the two would read the same without being so.</summary>
    public static string Format(decimal bytes, decimal other) => bytes != other && Format(bytes) == Format(other)
        ? string.Create(CultureInfo.InvariantCulture, $"{Format(bytes)} ({bytes:N0} bytes)")
        : Format(bytes);
}

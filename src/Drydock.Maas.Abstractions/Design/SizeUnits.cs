namespace Drydock.Maas.Design;

/// <summary>Units of sizes in designs: those with an i are powers of 1024, the others of 1000.</summary>
internal static class SizeUnits
{
    /// <summary>How many bytes a unit stands for; the unit is one of m, g and t, in lower case, with or without i and b.</summary>
    public static long BytesOf(string unit) => unit switch
    {
        "m" or "mb" => 1_000_000,
        "g" or "gb" => 1_000_000_000,
        "t" or "tb" => 1_000_000_000_000,
        "mi" or "mib" => 1L << 20,
        "gi" or "gib" => 1L << 30,
        _ => 1L << 40,
    };
}

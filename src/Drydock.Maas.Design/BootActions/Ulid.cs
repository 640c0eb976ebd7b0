namespace Drydock.Maas.Design.BootActions;

/// <summary>Sortable identifiers: 48 bits of time, 80 of chance, in Crockford's base 32.</summary>
internal static class Ulid
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The identifier of a time and the first ten of these bytes.</summary>
    public static string Create(DateTimeOffset time, ReadOnlySpan<byte> chance)
    {
        var value = new UInt128(0, (ulong)time.ToUnixTimeMilliseconds()) << 80;
        for (var i = 0; i < 10; i++)
            value |= (UInt128)chance[i] << (8 * i);
        return Write(value);
    }

    private static string Write(UInt128 value)
    {
        Span<char> text = stackalloc char[26];
        for (var i = text.Length - 1; i >= 0; i--, value >>= 5)
            text[i] = Digits[(int)(value & 31)];
        return text.ToString();
    }
}

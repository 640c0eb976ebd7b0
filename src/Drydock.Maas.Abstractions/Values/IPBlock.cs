using System.Globalization;
using System.Numerics;

namespace Drydock.Maas.Values;

/// <summary>A network in CIDR notation. Two of one network are equal, whichever of its addresses stands before the slash.</summary>
/// <param name="Address">The address before the slash, host bits included.</param>
/// <param name="Prefix">The number behind it.</param>
internal readonly record struct IPBlock(IPNumber Address, int Prefix)
{
    /// <summary>All its addresses.</summary>
    public AddressSpan Span => new(Address.Masked(Prefix), Address.Last(Prefix));

    /// <summary>Whether the address before the slash is not the network's first.</summary>
    public bool HasHostBits => Address != Address.Masked(Prefix);

    /// <summary>
    /// What MAAS keeps for itself of a subnet: ::1 to ::ffff:ffff of each with 64 bits. It counts as reserved: no range can be made there, and
    /// no DHCP is served from it, while static addresses may be. Null where it keeps nothing.
    /// </summary>
    public AddressSpan? KeptByMaas
    {
        get
        {
            if (!Address.IsV6 || Prefix != 64)
                return null;
            var first = Address.Masked(Prefix);
            return new(first with { Value = first.Value + 1 }, first with { Value = first.Value + uint.MaxValue });
        }
    }

    /// <summary>Whether it is every address of its family, 0.0.0.0/0 or ::/0, to which a default route leads.</summary>
    public bool IsEverything => Prefix == 0;

    /// <summary>
    /// The block, or null when the text is none; an address alone is a block of one, and a mask (10.0.0.0/255.255.255.0) is a prefix.
    /// </summary>
    public static IPBlock? Parse(string? text)
    {
        var parts = (text ?? "").Split('/');
        if (parts.Length > 2 || IPNumber.Parse(parts[0]) is not { } address)
            return null;
        if (parts.Length == 1)
            return new(address, address.Bits);
        if (!address.IsV6 && IPNumber.Parse(parts[1]) is { IsV6: false } mask)
            return ReadMask((uint)mask.Value) is { } bits ? new(address, bits) : null;
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) && prefix <= address.Bits
            ? new(address, prefix)
            : null;
    }

    /// <summary>A text that should be a network.</summary>
    public static Written<IPBlock> Read(string? text) => new(text, Parse(text));

    /// <summary>Whether the address is the network's own or its broadcast address; point-to-point and IPv6 networks have none.</summary>
    public bool IsReserved(IPNumber address) => !Address.IsV6 && Prefix < 31 && (address == Span.First || address == Span.Last);

    /// <summary>Whether it is the same network.</summary>
    public bool Equals(IPBlock other) => Prefix == other.Prefix && Address.Masked(Prefix) == other.Address.Masked(Prefix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Address.Masked(Prefix), Prefix);

    /// <summary>The network as MAAS writes it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Span.First}/{Prefix}");

    private static int? ReadMask(uint mask)
    {
        var bits = BitOperations.PopCount(mask);
        return mask == (bits == 0 ? 0 : uint.MaxValue << (32 - bits)) ? bits : null;
    }
}

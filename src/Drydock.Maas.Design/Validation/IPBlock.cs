using System.Globalization;

namespace Drydock.Maas.Design.Validation;

/// <summary>A network in CIDR notation.</summary>
/// <param name="Address">The address before the slash, host bits included.</param>
/// <param name="Prefix">The number behind it.</param>
internal readonly record struct IPBlock(IPNumber Address, int Prefix)
{
    public AddressSpan Span => new(Address.Masked(Prefix), Address.Last(Prefix));

    public bool HasHostBits => Address != Address.Masked(Prefix);

    /// <summary>The block, or null when the text is none; an address alone is a block of one.</summary>
    public static IPBlock? Parse(string? text)
    {
        var parts = (text ?? "").Split('/');
        if (parts.Length > 2 || IPNumber.Parse(parts[0]) is not { } address)
            return null;
        if (parts.Length == 1)
            return new(address, address.Bits);
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix) && prefix <= address.Bits
            ? new(address, prefix)
            : null;
    }

    /// <summary>Whether the address is the network's own or its broadcast address; point-to-point and IPv6 networks have none.</summary>
    public bool IsReserved(IPNumber address) => !Address.IsV6 && Prefix < 31 && (address == Span.First || address == Span.Last);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Span.First}/{Prefix}");
}

using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Drydock.Maas.Values;

/// <summary>An IP address as a number within its family, so that 2001:DB8::0011 and 2001:db8::11 are one.</summary>
/// <param name="IsV6">Whether it is of IPv6.</param>
/// <param name="Value">The number; an address of IPv4 has 32 bits.</param>
internal readonly record struct IPNumber(bool IsV6, UInt128 Value)
{
    /// <summary>Bits of an address of its family.</summary>
    public int Bits => IsV6 ? 128 : 32;

    /// <summary>
    /// The address, or null; 10.1 and 010.0.0.1, which .NET would read as other addresses, are none, and so is what has a scope, brackets or
    /// a port.
    /// </summary>
    public static IPNumber? Parse(string? text)
    {
        if (text is null || text.AsSpan().IndexOfAny('%', '[') >= 0 || !IPAddress.TryParse(text, out var address))
            return null;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return new(true, BinaryPrimitives.ReadUInt128BigEndian(address.GetAddressBytes()));
        return address.ToString() == text ? new(false, BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes())) : null;
    }

    /// <summary>A text that should be an address.</summary>
    public static Written<IPNumber> Read(string? text) => new(text, Parse(text));

    /// <summary>The first address of the network of that prefix the address is in.</summary>
    public IPNumber Masked(int prefix) => this with { Value = Value & ~HostMask(prefix) };

    /// <summary>The last one.</summary>
    public IPNumber Last(int prefix) => this with { Value = Value | HostMask(prefix) };

    /// <summary>The address as MAAS writes it: lower case, zeros left out.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return new IPAddress(IsV6 ? bytes : bytes[12..]).ToString();
    }

    // A shift by 128 would be a shift by 0.
    private UInt128 HostMask(int prefix) => prefix >= Bits ? UInt128.Zero : UInt128.MaxValue >> (128 - Bits + prefix);
}

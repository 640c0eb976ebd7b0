using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Drydock.Maas;

/// <summary>An address as a number within its family.</summary>
internal readonly record struct IPNumber(bool IsV6, UInt128 Value)
{
    public int Bits => IsV6 ? 128 : 32;

    /// <summary>The address, or null; 10.1 and 010.0.0.1, which .NET would read as other addresses, are none.</summary>
    public static IPNumber? Parse(string? text)
    {
        if (!IPAddress.TryParse(text, out var address))
            return null;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return text!.Contains('%', StringComparison.Ordinal) ? null : new(
                true,
                BinaryPrimitives.ReadUInt128BigEndian(address.GetAddressBytes()));
        }

        return address.ToString() == text ? new(false, BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes())) : null;
    }

    /// <summary>The first address of the network of that prefix the address is in.</summary>
    public IPNumber Masked(int prefix) => this with { Value = Value & ~HostMask(prefix) };

    /// <summary>The last one.</summary>
    public IPNumber Last(int prefix) => this with { Value = Value | HostMask(prefix) };

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return new IPAddress(IsV6 ? bytes : bytes[12..]).ToString();
    }

    // A shift by 128 would be a shift by 0.
    private UInt128 HostMask(int prefix) => prefix >= Bits ? UInt128.Zero : UInt128.MaxValue >> (128 - Bits + prefix);
}

using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace Drydock.Maas.Simulator.State;

/// <summary>Addresses as numbers.</summary>
internal sealed class AddressOrder : IComparer<IPAddress>
{
    public static AddressOrder Instance { get; } = new();

    public int Compare(IPAddress? x, IPAddress? y)
    {
        // Compared as bytes: numbers would be made anew for every comparison of a sort.
        Span<byte> left = stackalloc byte[16];
        Span<byte> right = stackalloc byte[16];
        x!.TryWriteBytes(left, out var leftLength);
        y!.TryWriteBytes(right, out var rightLength);
        return leftLength != rightLength ? leftLength - rightLength : left[..leftLength].SequenceCompareTo(right[..rightLength]);
    }

    public static BigInteger ToNumber(IPAddress address) => new(address.GetAddressBytes(), isUnsigned: true, isBigEndian: true);

    public static IPAddress Next(IPAddress address) => Shift(address, 1);

    public static IPAddress Previous(IPAddress address) => Shift(address, -1);

    public static IPAddress Shift(IPAddress address, BigInteger offset)
    {
        var size = address.AddressFamily == AddressFamily.InterNetwork ? 4 : 16;
        var bytes = (ToNumber(address) + offset).ToByteArray(isUnsigned: true, isBigEndian: true);
        var padded = new byte[size];
        bytes.AsSpan(Math.Max(0, bytes.Length - size)).CopyTo(padded.AsSpan(Math.Max(0, size - bytes.Length)));
        return new(padded);
    }

    /// <summary>The address with its host bits cut off.</summary>
    public static IPAddress GetNetwork(IPAddress address, int prefix)
    {
        var hostBits = (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128) - prefix;
        return Shift(address, -(ToNumber(address) & (BigInteger.Pow(2, hostBits) - 1)));
    }

    /// <summary>The first and last address a host may have.</summary>
    public static (IPAddress First, IPAddress Last) GetHosts(IPNetwork network)
    {
        var v4 = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork;
        var hostBits = (v4 ? 32 : 128) - network.PrefixLength;
        var last = Shift(network.BaseAddress, BigInteger.Pow(2, hostBits) - 1);
        return hostBits <= 1 ? (network.BaseAddress, last) : (Next(network.BaseAddress), v4 ? Previous(last) : last);
    }
}

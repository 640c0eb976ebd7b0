using System.Globalization;
using System.Net;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Networks as MAAS reads them: host bits are cut off, an address alone is a network of its own.</summary>
internal static class NetworkText
{
    /// <summary>The network; null for a text that is none.</summary>
    public static IPNetwork? Parse(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address) || !IsWhole(parts[0]))
            return null;
        var bits = address.GetAddressBytes().Length * 8;
        var prefix = parts.Length == 1 ? bits : GetPrefix(parts[1], bits);
        return prefix is { } length ? new IPNetwork(AddressOrder.GetNetwork(address, length), length) : null;
    }

    /// <summary>The mask of a network as an address.</summary>
    public static string GetMask(IPNetwork network)
    {
        var mask = new byte[network.BaseAddress.GetAddressBytes().Length];
        for (var bit = 0; bit < network.PrefixLength; bit++)
            mask[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return new IPAddress(mask).ToString();
    }

    /// <summary>.NET takes fewer than four numbers for an address too, and a number alone.</summary>
    private static bool IsWhole(string text) => text.Contains(':', StringComparison.Ordinal) || text.Split('.').Length == 4;

    private static int? GetPrefix(string text, int bits)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix))
            return prefix <= bits ? prefix : null;
        if (!IsWhole(text) || !IPAddress.TryParse(text, out var mask) || mask.GetAddressBytes().Length * 8 != bits)
            return null;
        var ones = string.Concat(mask.GetAddressBytes().Select(octet => octet.ToString("b8", CultureInfo.InvariantCulture))).TrimEnd('0');
        return ones.Contains('0', StringComparison.Ordinal) ? null : ones.Length;
    }
}

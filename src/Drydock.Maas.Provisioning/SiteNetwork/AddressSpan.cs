using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>A span of addresses of one family, ends included.</summary>
internal sealed record AddressSpan(BigInteger First, BigInteger Last, AddressFamily Family)
{
    /// <summary>The span, or null when the texts are no addresses of one family in order.</summary>
    public static AddressSpan? TryParse(string first, string last) =>
        IPAddress.TryParse(first, out var a) && IPAddress.TryParse(last, out var b) && a.AddressFamily == b.AddressFamily && Number(a) <= Number(b)
            ? new(Number(a), Number(b), a.AddressFamily)
            : null;

    /// <summary>Whether an address lies in a network in CIDR notation; yes where either cannot be read, which is for others to say.</summary>
    public static bool IsIn(string address, string cidr) =>
        !IPAddress.TryParse(address, out var ip) || !IPNetwork.TryParse(cidr, out var network) || network.Contains(ip);

    public string Start => Text(First);

    public string End => Text(Last);

    public bool Overlaps(AddressSpan other) => Family == other.Family && First <= other.Last && other.First <= Last;

    public bool Covers(AddressSpan other) => Family == other.Family && First <= other.First && other.Last <= Last;

    /// <summary>What is left of the span without some addresses, in order.</summary>
    public IReadOnlyList<AddressSpan> Without(IEnumerable<AddressSpan> taken)
    {
        var left = new List<AddressSpan>();
        var next = First;
        foreach (var hole in taken.Where(Overlaps).OrderBy(t => t.First))
        {
            if (hole.First > next)
                left.Add(this with { First = next, Last = hole.First - 1 });
            next = BigInteger.Max(next, hole.Last + 1);
        }

        if (next <= Last)
            left.Add(this with { First = next });
        return left;
    }

    public override string ToString() => $"{Start}-{End}";

    private static BigInteger Number(IPAddress address) => new(address.GetAddressBytes(), isUnsigned: true, isBigEndian: true);

    private string Text(BigInteger number)
    {
        var bytes = new byte[Family == AddressFamily.InterNetwork ? 4 : 16];
        var digits = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, bytes.Length - digits.Length);
        return new IPAddress(bytes).ToString();
    }
}

using System.Net;
using System.Numerics;

namespace Drydock.Maas.Simulator.State;

/// <summary>Addresses from start to end, both included, and what they are used for.</summary>
internal sealed record UsedSpan(IPAddress Start, IPAddress End, params string[] Purposes)
{
    public BigInteger Size => AddressOrder.ToNumber(End) - AddressOrder.ToNumber(Start) + 1;

    public static UsedSpan Single(IPAddress address, string purpose) => new(address, address, purpose);

    public bool Has(string purpose) => Purposes.Contains(purpose);

    public bool Contains(IPAddress address) => Overlaps(address, address);

    public bool Overlaps(IPAddress start, IPAddress end) =>
        AddressOrder.Instance.Compare(Start, end) <= 0 && AddressOrder.Instance.Compare(start, End) <= 0;

    /// <summary>What overlaps becomes one span of all its purposes, and neighbours of the same purposes one as well.</summary>
    public static List<UsedSpan> Merge(IEnumerable<UsedSpan> spans)
    {
        var merged = new List<UsedSpan>();
        foreach (var span in spans.OrderBy(span => span.Start, AddressOrder.Instance).ThenByDescending(span => span.Size))
        {
            var last = merged.Count > 0 ? merged[^1] : null;
            if (last?.Overlaps(span.Start, span.End) == true)
                merged[^1] = last with { End = Later(last.End, span.End), Purposes = [.. last.Purposes.Union(span.Purposes)] };
            else
                merged.Add(span);
        }

        return Coalesce(merged);
    }

    private static List<UsedSpan> Coalesce(List<UsedSpan> spans)
    {
        var joined = new List<UsedSpan>();
        foreach (var span in spans.Select(span => span with { Purposes = [.. span.Purposes.Order(StringComparer.Ordinal)] }))
        {
            var last = joined.Count > 0 ? joined[^1] : null;
            if (last is not null && AddressOrder.Next(last.End).Equals(span.Start) && last.Purposes.SequenceEqual(span.Purposes))
                joined[^1] = last with { End = span.End };
            else
                joined.Add(span);
        }

        return joined;
    }

    private static IPAddress Later(IPAddress left, IPAddress right) => AddressOrder.Instance.Compare(left, right) < 0 ? right : left;
}

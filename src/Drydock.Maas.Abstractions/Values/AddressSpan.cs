namespace Drydock.Maas.Values;

/// <summary>A span of addresses of one family, ends included.</summary>
internal sealed record AddressSpan(IPNumber First, IPNumber Last)
{
    /// <summary>The first address.</summary>
    public string Start => First.ToString();

    /// <summary>The last address.</summary>
    public string End => Last.ToString();

    /// <summary>The span, or null when the texts are no addresses of one family in order.</summary>
    public static AddressSpan? TryParse(string? first, string? last) =>
        IPNumber.Parse(first) is { } a && IPNumber.Parse(last) is { } b && a.IsV6 == b.IsV6 && a.Value <= b.Value ? new(a, b) : null;

    /// <summary>How many addresses it has, less one; all of IPv6 are one more than the largest number.</summary>
    public UInt128 Distance => Last.Value - First.Value;

    /// <summary>Whether MAAS takes it as a dynamic range: one of IPv6 has 256 addresses at least.</summary>
    public bool IsLargeEnoughForDhcp => !First.IsV6 || Distance >= 255;

    /// <summary>Whether an address is in the span.</summary>
    public bool Contains(IPNumber address) => address.IsV6 == First.IsV6 && address.Value >= First.Value && address.Value <= Last.Value;

    /// <summary>Whether the other span lies within this one.</summary>
    public bool Covers(AddressSpan other) => Contains(other.First) && Contains(other.Last);

    /// <summary>Whether the spans have an address in common.</summary>
    public bool Overlaps(AddressSpan other) => Contains(other.First) || other.Contains(First);

    /// <summary>What is left of the span without some addresses, in order.</summary>
    public IReadOnlyList<AddressSpan> Without(IEnumerable<AddressSpan> taken)
    {
        var left = new List<AddressSpan>();
        var next = First.Value;
        foreach (var hole in taken.Where(Overlaps).OrderBy(t => t.First.Value))
        {
            if (hole.First.Value > next)
                left.Add(new(First with { Value = next }, First with { Value = hole.First.Value - 1 }));
            if (hole.Last.Value >= Last.Value)
                return left;
            next = UInt128.Max(next, hole.Last.Value + 1);
        }

        left.Add(this with { First = First with { Value = next } });
        return left;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Start}-{End}";
}

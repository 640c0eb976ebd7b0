namespace Drydock.Maas.Design.Validation;

/// <summary>Addresses of one family from first to last, both included.</summary>
internal readonly record struct IPSpan(IPNumber First, IPNumber Last)
{
    /// <summary>The span, or null when the texts are no addresses of one family in order.</summary>
    public static IPSpan? Parse(string? first, string? last) =>
        IPNumber.Parse(first) is { } a && IPNumber.Parse(last) is { } b && a.IsV6 == b.IsV6 && a.Value <= b.Value ? new(a, b) : null;

    public bool Contains(IPNumber address) => address.IsV6 == First.IsV6 && address.Value >= First.Value && address.Value <= Last.Value;

    public bool Covers(IPSpan other) => Contains(other.First) && Contains(other.Last);

    public override string ToString() => $"{First}-{Last}";
}

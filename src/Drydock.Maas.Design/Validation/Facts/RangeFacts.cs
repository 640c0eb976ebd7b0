namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A range of a network.</summary>
/// <param name="Range">As written.</param>
/// <param name="Span">Its addresses; null when it is none.</param>
/// <param name="Index">Its place among the network's ranges.</param>
internal sealed record RangeFacts(NetworkRange Range, AddressSpan? Span, int Index)
{
    /// <summary>Where the network's document has it.</summary>
    public IReadOnlyList<string> Path => ["ranges", FormattableString.Invariant($"[{Index}]")];

    public override string ToString() => $"{Range.Type} range {Range.Start}-{Range.End}";
}

namespace Drydock.Maas.Design.Validation;

/// <summary>A range of a network.</summary>
/// <param name="Range">As written.</param>
/// <param name="Span">Its addresses; null when it is none.</param>
internal sealed record RangeFacts(NetworkRange Range, AddressSpan? Span)
{
    public override string ToString() => $"{Range.Type} range {Range.Start}-{Range.End}";
}

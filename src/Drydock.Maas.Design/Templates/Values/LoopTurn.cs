namespace Drydock.Maas.Design.Templates.Values;

/// <summary>A turn of a loop; templates see it as loop.</summary>
internal sealed class LoopTurn(IReadOnlyList<object> items, int index)
{
    public object Member(string name) => name switch
    {
        "index" => index + 1L,
        "index0" => (long)index,
        "revindex" => (long)(items.Count - index),
        "revindex0" => items.Count - index - 1L,
        "first" => index == 0,
        "last" => index == items.Count - 1,
        "length" => (long)items.Count,
        "previtem" when index > 0 => items[index - 1],
        "nextitem" when index < items.Count - 1 => items[index + 1],
        _ => new Undefined(
            $"loop.{name} is not defined; there are index, index0, revindex, revindex0, first, last, length, previtem and nextitem.",
            IsName: false),
    };

    /// <summary>One of these values after the other, a turn each.</summary>
    public object Cycle(IReadOnlyList<object> values) =>
        values.Count > 0 ? values[index % values.Count] : throw new TemplateException("loop.cycle needs at least one value.");
}

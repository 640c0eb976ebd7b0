using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Drydock.Maas.Values;

/// <summary>A list whose text is that of its items, so that a CSV or a joined line tells them instead of a type's name.</summary>
internal sealed class TextList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    /// <summary>The list without items, whose text is empty.</summary>
    public static new IReadOnlyList<T> Empty { get; } = new TextList<T>([]);

    /// <summary>The items as such a list; null stays null, as JSON may say it.</summary>
    [return: NotNullIfNotNull(nameof(items))]
    public static IReadOnlyList<T>? From(IReadOnlyList<T>? items) =>
        items is null ? null : items as TextList<T> ?? new TextList<T>(items as IList<T> ?? [.. items]);

    /// <summary>The texts of the items.</summary>
    public override string ToString() => string.Join("; ", this);
}

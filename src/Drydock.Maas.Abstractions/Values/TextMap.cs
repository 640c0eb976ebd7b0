using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Drydock.Maas.Values;

/// <summary>A dictionary whose text is that of its entries, as <see cref="TextList{T}"/> is for lists.</summary>
internal sealed class TextMap<T>(IDictionary<string, T> entries) : ReadOnlyDictionary<string, T>(entries)
{
    /// <summary>The dictionary without entries, whose text is empty.</summary>
    public static new IReadOnlyDictionary<string, T> Empty { get; } = new TextMap<T>(new Dictionary<string, T>());

    /// <summary>The entries as such a dictionary; null stays null, as JSON may say it.</summary>
    [return: NotNullIfNotNull(nameof(entries))]
    public static IReadOnlyDictionary<string, T>? From(IReadOnlyDictionary<string, T>? entries) =>
        entries is null ? null : entries as TextMap<T> ?? new TextMap<T>(entries as IDictionary<string, T> ?? new Dictionary<string, T>(entries));

    /// <summary>Names and values of the entries.</summary>
    public override string ToString() => string.Join("; ", this.Select(entry => $"{entry.Key}={entry.Value}"));
}

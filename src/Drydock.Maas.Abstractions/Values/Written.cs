namespace Drydock.Maas.Values;

/// <summary>
/// A value as somebody wrote it, be it in a design, a parameter or MAAS: equal to all other spellings of it. A text that is no such value is
/// equal to itself alone, so that it is not lost before somebody says what is wrong with it.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
internal readonly struct Written<T> : IEquatable<Written<T>>
    where T : struct, IEquatable<T>
{
    private readonly string? _text;

    /// <summary>Keeps both.</summary>
    /// <param name="text">The text; null for none.</param>
    /// <param name="value">What it means; null when it is no such value.</param>
    public Written(string? text, T? value)
    {
        _text = text;
        Value = value;
    }

    /// <summary>The text, empty when there is none.</summary>
    public string Text => _text ?? "";

    /// <summary>What it means; null when it is no such value.</summary>
    public T? Value { get; }

    /// <summary>The value as MAAS writes it; the text where it is none.</summary>
    public string Canonical => Value?.ToString() ?? Text;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether they mean the same.</summary>
    public static bool operator ==(Written<T> left, Written<T> right) => left.Equals(right);

    /// <summary>Whether they mean different things.</summary>
    public static bool operator !=(Written<T> left, Written<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Written<T> other) => (Value, other.Value) switch
    {
        ({ } mine, { } theirs) => mine.Equals(theirs),
        (null, null) => string.Equals(Text.Trim(), other.Text.Trim(), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Written<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? StringComparer.OrdinalIgnoreCase.GetHashCode(Text.Trim());

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}

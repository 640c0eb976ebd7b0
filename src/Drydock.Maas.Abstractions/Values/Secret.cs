namespace Drydock.Maas.Values;

/// <summary>A text that no view, list, JSON, CSV or message shows; <see cref="Reveal"/> has it.</summary>
public sealed class Secret(string text) : IEquatable<Secret>
{
    /// <summary>What is shown in its place.</summary>
    public const string Mask = "(secret)";

    private readonly string _text = text;

    /// <summary>A text as a secret.</summary>
    public static implicit operator Secret?(string? text) => text is null ? null : new(text);

    /// <summary>The text itself.</summary>
    public string Reveal() => _text;

    /// <summary>Whether it is the same text.</summary>
    public bool Equals(Secret? other) => other is not null && other._text == _text;

    /// <summary>Whether it is the same text, be that a secret or not.</summary>
    public override bool Equals(object? obj) => obj is string text ? text == _text : Equals(obj as Secret);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <summary>The mask, never the text.</summary>
    public override string ToString() => Mask;
}

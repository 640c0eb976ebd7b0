namespace Drydock.Maas.Design;

/// <summary>The file, line and column at which a document or value stands.</summary>
public sealed record DocumentLocation
{
    /// <summary>The file's path; null for text that came from elsewhere.</summary>
    public string? File { get; init; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; init; }

    /// <summary>file:line:column.</summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File ?? "<text>"}:{Line}:{Column}");
}

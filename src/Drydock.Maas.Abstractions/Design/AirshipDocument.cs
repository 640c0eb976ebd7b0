namespace Drydock.Maas.Design;

/// <summary>A document of any kind after layering and substitution.</summary>
public sealed record AirshipDocument
{
    /// <summary>The schema, for example drydock/Network/v1.</summary>
    public required string Schema { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The layer it was written in; null for control documents.</summary>
    public string? Layer { get; init; }

    /// <summary>cleartext or encrypted; null for control documents.</summary>
    public string? StoragePolicy { get; init; }

    /// <summary>The content: an OrderedDictionary, an array, a string, a number, a truth value, a time or null.</summary>
    public object? Data { get; init; }

    /// <summary>Where the document stands.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>Schema and name.</summary>
    public override string ToString() => $"{Schema} {Name}";
}

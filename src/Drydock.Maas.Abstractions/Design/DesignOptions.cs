namespace Drydock.Maas.Design;

/// <summary>Options of reading documents.</summary>
public sealed record DesignOptions
{
    /// <summary>Leave a value unset, with a warning, where the document it is to be taken from is missing; an error otherwise.</summary>
    public bool AllowMissingSource { get; init; }

    /// <summary>Whether the sources are a whole site of a repository, which means nothing without its layering policy.</summary>
    public bool IsSite { get; init; }

    /// <summary>The passphrase of documents that pegleg encrypted; null for none.</summary>
    public Secret? Passphrase { get; init; }

    /// <summary>The salt that belongs to it.</summary>
    public Secret? Salt { get; init; }

    /// <summary>Do not check the envelopes of documents before layering.</summary>
    public bool SkipPrevalidation { get; init; }

    /// <summary>What templates of boot actions see of Drydock.</summary>
    public BootActionSettings BootActions { get; init; } = new();

    /// <summary>Told the number of files read so far; may be null.</summary>
    public IProgress<int>? Progress { get; init; }
}

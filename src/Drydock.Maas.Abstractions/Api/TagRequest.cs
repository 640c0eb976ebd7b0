namespace Drydock.Maas.Api;

/// <summary>A tag to make or fields of one to change; null leaves one as it is, an empty text clears it.</summary>
public sealed record TagRequest
{
    /// <summary>The name, of a new tag, or the new name.</summary>
    public string? Name { get; init; }

    /// <summary>XPath over lshw: MAAS tags the machines it fits.</summary>
    public string? Definition { get; init; }

    /// <summary>Kernel parameters its machines boot with.</summary>
    public string? KernelOpts { get; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "";
}

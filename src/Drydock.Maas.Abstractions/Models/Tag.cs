namespace Drydock.Maas.Models;

/// <summary>A tag (tags/).</summary>
public sealed record Tag : MaasResource
{
    /// <summary>The name: letters, digits, _ and -.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>XPath over lshw; empty for tags set by hand.</summary>
    public string? Definition { get; init; }

    /// <summary>Kernel parameters its machines boot with.</summary>
    public string? KernelOpts { get; init; }

    /// <summary>The comment.</summary>
    public string? Comment { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

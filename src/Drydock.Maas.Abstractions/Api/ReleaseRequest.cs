namespace Drydock.Maas.Api;

/// <summary>How to release a machine; what is null is left out and MAAS decides.</summary>
public sealed record ReleaseRequest
{
    /// <summary>Whether the disks are erased; null leaves it to MAAS's configuration.</summary>
    public bool? Erase { get; init; }

    /// <summary>Whether the drives' own erase command is tried first.</summary>
    public bool? SecureErase { get; init; }

    /// <summary>Whether only the beginning and end of a disk are erased when it cannot erase itself.</summary>
    public bool? QuickErase { get; init; }

    /// <summary>A comment for MAAS's log.</summary>
    public string? Comment { get; init; }

    /// <summary>MAAS 3.5 and later: release scripts to run.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];
}

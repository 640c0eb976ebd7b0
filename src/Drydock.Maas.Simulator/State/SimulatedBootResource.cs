namespace Drydock.Maas.Simulator.State;

/// <summary>An operating system image, with its kernels.</summary>
internal sealed class SimulatedBootResource
{
    public required int Id { get; init; }

    /// <summary><c>Synced</c> or <c>Uploaded</c>.</summary>
    public required string Type { get; init; }

    /// <summary>For instance <c>ubuntu/jammy</c>.</summary>
    public required string Name { get; init; }

    /// <summary>For instance <c>amd64/ga-22.04</c>.</summary>
    public required string Architecture { get; init; }

    public string Title { get; set; } = "";

    /// <summary>The image an uploaded one is built on, <c>ubuntu/jammy</c> for instance; null when nobody said.</summary>
    public string? BaseImage { get; set; }

    public string? Subarches { get; init; }

    /// <summary>The file a user uploads; null for images MAAS has fetched itself.</summary>
    public SimulatedBootFile? Upload { get; set; }

    /// <summary>What the version of that file is called; null where the day says all.</summary>
    public string? UploadVersion { get; set; }

    /// <summary>Versions before it, the oldest first.</summary>
    public List<SimulatedBootSet> OlderSets { get; } = [];

    /// <summary>The numbers of the files MAAS has fetched, from the first on; null where they were never numbered.</summary>
    public int? FirstFile { get; set; }

    /// <summary>When a machine was last installed with it, in a life before this one; null for never.</summary>
    public DateTimeOffset? LastDeployed { get; init; }
}

/// <summary>The file of an uploaded image; its content is digested, not kept.</summary>
internal sealed class SimulatedBootFile
{
    public required int Id { get; init; }

    /// <summary>For instance <c>root-tgz</c>.</summary>
    public required string Type { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Bytes announced.</summary>
    public required long Size { get; init; }

    /// <summary>Bytes that have arrived.</summary>
    public long Received { get; set; }

    /// <summary>The digest of what has arrived; null for a file whose beginning nobody digested, which is believed.</summary>
    public Sha256Digest? Digest { get; set; }

    public DateTimeOffset Created { get; init; }

    public bool IsComplete => Received >= Size;
}

/// <summary>An earlier version of an uploaded image.</summary>
/// <param name="Version">The day it was announced, with a number behind it where there were several that day.</param>
/// <param name="File">Its file; null once a newer one has taken its place.</param>
internal sealed record SimulatedBootSet(string Version, SimulatedBootFile? File);

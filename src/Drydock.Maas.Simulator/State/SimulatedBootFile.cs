namespace Drydock.Maas.Simulator.State;

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

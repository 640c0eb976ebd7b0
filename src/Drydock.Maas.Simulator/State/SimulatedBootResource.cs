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

    public string Title { get; init; } = "";

    public string? Subarches { get; init; }

    /// <summary>The file a user uploads; null for images MAAS has fetched itself.</summary>
    public SimulatedBootFile? Upload { get; init; }
}

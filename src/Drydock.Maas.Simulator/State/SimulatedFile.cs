namespace Drydock.Maas.Simulator.State;

/// <summary>A file that a user keeps on the server; names are unique for each user.</summary>
internal sealed class SimulatedFile
{
    public required SimulatedUser User { get; init; }

    public required string Name { get; init; }

    /// <summary>In base64, as it is told.</summary>
    public required string Content { get; set; }

    /// <summary>With which anybody may read it.</summary>
    public string Key { get; init; } = Guid.NewGuid().ToString();
}

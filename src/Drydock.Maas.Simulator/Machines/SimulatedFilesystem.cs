namespace Drydock.Maas.Simulator.Machines;

/// <summary>A file system, and where it is mounted.</summary>
internal sealed record SimulatedFilesystem(string Type, string Uuid)
{
    public string? Label { get; init; }

    public string? MountPoint { get; init; }

    public string? MountOptions { get; init; }

    public static SimulatedFilesystem New(string type) => new(type, Guid.NewGuid().ToString());
}

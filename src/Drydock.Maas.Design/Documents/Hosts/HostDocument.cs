using Drydock.Maas.Design.Documents.Properties;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>A HostProfile or BaremetalNode as written: null is not given, ! removes.</summary>
internal sealed record HostDocument(Document Document)
{
    public string Name => Document.Name;

    public string? HostProfile { get; init; }

    public string? HardwareProfile { get; init; }

    public string? PrimaryNetwork { get; init; }

    public string? OobType { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> OobParameters { get; init; } = [];

    public string? Image { get; init; }

    public string? Kernel { get; init; }

    public string? Rack { get; init; }

    public string? BootMac { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> KernelParameters { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> OwnerData { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<NodeInterface> Interfaces { get; init; } = [];

    public NodeStorage Storage { get; init; } = NodeStorage.None;

    public IReadOnlyList<NodeAddress> Addressing { get; init; } = [];
}

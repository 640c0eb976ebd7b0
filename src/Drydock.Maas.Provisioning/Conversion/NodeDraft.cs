using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>A node as far as it is described; nodes themselves are made once for each site that they are tried in.</summary>
/// <param name="Machine">Its machine.</param>
internal sealed record NodeDraft(Machine Machine)
{
    public required string Domain { get; init; }

    public required OobSettings Oob { get; init; }

    public required HardwareProfile Hardware { get; init; }

    public string? PrimaryNetwork { get; init; }

    public IReadOnlyList<NodeInterface> Interfaces { get; init; } = [];

    public IReadOnlyList<NodeAddress> Addressing { get; init; } = [];

    public NodeStorage Storage { get; init; } = NodeStorage.None;

    public string? Image { get; init; }

    public string? Kernel { get; init; }

    public string KernelOptions { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, string>> KernelParameters { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyDictionary<string, string> OwnerData { get; init; } = new Dictionary<string, string>();

    public string? Rack { get; init; }

    /// <summary>The node.</summary>
    public DrydockNode Make() => new()
    {
        Name = Machine.Hostname,
        Domain = Domain,
        Rack = Rack,
        HardwareProfile = Hardware,
        BootMac = Machine.BootInterface?.MacAddress is { } mac ? MacNumber.Normalize(mac) : null,
        Oob = Oob,
        PrimaryNetwork = PrimaryNetwork,
        Image = Image,
        Kernel = Kernel,
        KernelParameters = KernelParameters,
        KernelParameterString = KernelOptions,
        Tags = Tags,
        OwnerData = OwnerData,
        Interfaces = Interfaces,
        Addressing = Addressing,
        Storage = Storage,
    };
}

using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>The networks of management controllers. MAAS need not know a subnet of theirs: then a network is made up that is not set up.</summary>
internal sealed class ControllerNetworks
{
    private readonly IReadOnlyList<Design.Network> _networks;

    /// <summary>Finds them.</summary>
    /// <param name="controllers">The controllers of all machines.</param>
    /// <param name="networks">The networks of MAAS.</param>
    /// <param name="make">Makes a network of addresses.</param>
    public ControllerNetworks(
        IEnumerable<ControllerAddress?> controllers, IReadOnlyList<Design.Network> networks, Func<IPBlock, Design.Network> make)
    {
        const int V4Prefix = 24;
        const int V6Prefix = 64;
        var strange = controllers.Select(c => IPNumber.Parse(c?.Host)).OfType<IPNumber>().Where(a => !networks.Any(n => Has(n, a)))
            .Select(a => new IPBlock(a, a.IsV6 ? V6Prefix : V4Prefix)).Distinct().OrderBy(b => b.Span.First.Value);
        Added = [.. strange.Select(make)];
        Links = Added.Count == 0 ? [] :
        [
            .. Added.Select(n => new NetworkLink
            {
                Name = n.Name,
                Bonding = new() { Mode = "disabled" },
                Mtu = 1500,
                LinkSpeed = "auto",
                TrunkingMode = "disabled",
                NativeNetwork = n.Name,
                AllowedNetworks = [n.Name],
                Labels = n.Labels,
            }),
        ];
        _networks = [.. networks, .. Added];
    }

    /// <summary>Networks that MAAS has no subnet for.</summary>
    public IReadOnlyList<Design.Network> Added { get; }

    /// <summary>Their links.</summary>
    public IReadOnlyList<NetworkLink> Links { get; }

    /// <summary>The name of the network that a controller is on, the smallest of those that overlap.</summary>
    public string? Find(ControllerAddress controller) => IPNumber.Parse(controller.Host) is { } address
        ? _networks.Where(n => Has(n, address)).MaxBy(n => n.Block.Value?.Prefix)?.Name : null;

    private static bool Has(Design.Network network, IPNumber address) => network.Block.Value?.Span.Contains(address) == true;
}

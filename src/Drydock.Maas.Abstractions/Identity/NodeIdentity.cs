using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Identity;

/// <summary>The name and the hardware by which a node of a design is known: its management controller and the NIC it boots from.</summary>
internal sealed class NodeIdentity
{
    private readonly DrydockNode _node;
    private readonly Written<MacNumber> _mac;

    /// <summary>Reads them out of the design.</summary>
    public NodeIdentity(DrydockNode node)
    {
        _node = node;
        _mac = MacNumber.Read(node.BootMac);
        // A virtual machine is switched by an address of its host, which is no sign of it.
        Bmc = node.Oob.Type is "ipmi" or "redfish" ? ControllerAddress.Parse(node.Oob.Address) : null;
    }

    /// <summary>The node's name.</summary>
    public string Name => _node.Name;

    /// <summary>Its management controller, where MAAS reaches that by an address of its own.</summary>
    public ControllerAddress? Bmc { get; }

    /// <summary>Whether the design tells the MAC address of the NIC it boots from.</summary>
    public bool HasMac => !_mac.IsEmpty;

    /// <summary>That MAC address; null when the design does not tell it.</summary>
    public Written<MacNumber>? Mac => HasMac ? _mac : null;

    /// <summary>Whether that is its host name.</summary>
    public bool IsNamed(string hostname) => string.Equals(hostname, Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it boots from one of those NICs.</summary>
    public bool BootsFrom(IEnumerable<NetworkInterface> nics) => HasMac && nics.Any(n => n.Mac == _mac);

    /// <summary>Those that have the NIC it boots from.</summary>
    public IEnumerable<T> FindByMac<T>(ILookup<Written<MacNumber>, T> byMac) => HasMac ? byMac[_mac] : [];

    /// <summary>Whether that is its management controller, or may be.</summary>
    public bool IsSwitchedBy(ControllerAddress? bmc) => Bmc is { } own && bmc?.Matches(own) == true;

    /// <summary>
    /// The hardware by which a machine is another one than the node's, whatever it is called: null when nothing that is known of it
    /// contradicts.
    /// </summary>
    /// <param name="machine">The machine.</param>
    /// <param name="bmc">Its controller, as far as that matters to the node.</param>
    public string? FindContradiction(Machine machine, ControllerAddress? bmc)
    {
        // A host name may well stand for the design's address.
        if (Bmc is not null && bmc is { IsNumber: true })
            return $"BMC address {bmc.Host}, not {_node.Oob.Address}";
        return HasMac && machine.Interfaces.Count > 0 ? $"no interface with MAC {_mac}" : null;
    }

    /// <summary>Everything of it that the design tells, in words.</summary>
    public override string ToString()
    {
        string?[] known =
        [
            $"host name {Name}",
            _node.Oob.Address is { } address ? $"BMC address {address}" : null,
            HasMac ? $"boot MAC {_mac}" : null,
        ];
        return string.Join(", ", known.Where(k => k is not null));
    }
}

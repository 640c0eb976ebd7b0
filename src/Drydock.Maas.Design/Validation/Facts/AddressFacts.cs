namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A static address of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Network">Name of the network.</param>
/// <param name="Text">The address as written.</param>
/// <param name="Number">The address; null when the text is none.</param>
/// <param name="Port">The port behind the address of a management controller; null when none is given, or the usual one.</param>
internal sealed record AddressFacts(DrydockNode Node, string Network, string Text, IPNumber? Number, int? Port)
{
    /// <summary>The address of a node; that of its management controller may be written with scheme and port.</summary>
    public static AddressFacts Create(DrydockNode node, NodeAddress address)
    {
        var isController = node.Oob.Type is "ipmi" or "redfish" && node.Oob.Network == address.Network;
        return isController
            ? new(node, address.Network, address.Address!, address.Number, ControllerAddress.Parse(address.Address)?.Port)
            : new(node, address.Network, address.Address!, IPNumber.Parse(address.Address), null);
    }
}

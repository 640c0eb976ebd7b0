namespace Drydock.Maas.Design.Validation;

/// <summary>A static address of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Network">Name of the network.</param>
/// <param name="Text">The address as written.</param>
/// <param name="Number">The address; null when the text is none.</param>
internal sealed record AddressFacts(DrydockNode Node, string Network, string Text, IPNumber? Number);

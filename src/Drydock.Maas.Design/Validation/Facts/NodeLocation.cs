namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A node, and where what is said of it was written.</summary>
/// <param name="Node">The node.</param>
/// <param name="Document">The node's document, or that of a profile it inherits from, at the line of the value.</param>
internal readonly record struct NodeLocation(DrydockNode Node, ValidationDocument Document);

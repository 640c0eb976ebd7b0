using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>A message in which a node stands ({node}), so that it can be said of other nodes too.</summary>
[InterpolatedStringHandler]
internal sealed class NodeMessage
{
    // Null where the node's name goes.
    private readonly List<string?> _parts;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public NodeMessage(int literalLength, int formattedCount) => _parts = new(formattedCount * 2 + 1);

    public void AppendLiteral(string value) => _parts.Add(value);

    public void AppendFormatted(DrydockNode node) => _parts.Add(null);

    public void AppendFormatted(NodeMessage text) => _parts.AddRange(text._parts);

    public void AppendFormatted<T>(T value) => _parts.Add(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    /// <summary>The message, said of these nodes.</summary>
    public string For(string names) => _parts.Aggregate(new StringBuilder(), (text, part) => text.Append(part ?? names)).ToString();
}

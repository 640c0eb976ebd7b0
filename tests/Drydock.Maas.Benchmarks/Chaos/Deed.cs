using Drydock.Maas.Design;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>What somebody did to a node, or tried to.</summary>
/// <param name="Hand">What it was.</param>
/// <param name="Node">The node.</param>
/// <param name="SystemId">Its machine then; empty when there was none.</param>
/// <param name="Refusal">What MAAS said against it; null when it was done.</param>
internal sealed record Deed(Hand Hand, DrydockNode Node, string SystemId, string? Refusal)
{
    public bool IsDone => Refusal is null;

    public override string ToString() => Hand.IsOfSite ? Hand.Name : $"{Hand.Name} ({Node.Name})";
}

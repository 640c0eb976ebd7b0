namespace Drydock.Maas.Simulator.State;

/// <summary>A thing on the network that MAAS names but does not provision.</summary>
internal sealed class SimulatedDevice : SimulatedNode
{
    public SimulatedNode? Parent { get; set; }

    /// <summary>What its owner noted on it.</summary>
    public SortedDictionary<string, string> Annotations { get; } = new(StringComparer.Ordinal);

    public override int NodeType => 1;
}

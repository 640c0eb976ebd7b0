namespace Drydock.Maas.Simulator.State;

/// <summary>A rack or region controller.</summary>
internal sealed class SimulatedController : SimulatedNode
{
    public const int Rack = 2;
    public const int Region = 3;
    public const int RegionAndRack = 4;

    public required int Kind { get; init; }

    public override int NodeType => Kind;

    public bool IsRack => Kind is Rack or RegionAndRack;

    public bool IsRegion => Kind is Region or RegionAndRack;

    /// <summary>Whether the controller answers calls (power, images); a disconnected one makes MAAS answer 503.</summary>
    public bool Connected { get; set; } = true;

    /// <summary>What MAAS says of each service; <c>unknown</c> for a rack that has never reported.</summary>
    public string ServiceStatus { get; set; } = "running";

    /// <summary>The script set of its own commissioning; null when it never ran.</summary>
    public int? CommissioningResultId { get; set; }
}

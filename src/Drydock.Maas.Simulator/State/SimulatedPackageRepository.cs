namespace Drydock.Maas.Simulator.State;

internal sealed class SimulatedPackageRepository
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public required string Url { get; set; }

    public string? Key { get; set; } = "";

    public List<string> Distributions { get; set; } = [];

    public List<string> Components { get; set; } = [];

    public List<string> Arches { get; set; } = [];

    public List<string> DisabledPockets { get; set; } = [];

    public List<string> DisabledComponents { get; set; } = [];

    public bool DisableSources { get; set; } = true;

    public bool Enabled { get; set; } = true;

    /// <summary>One of the two repositories MAAS itself brings, which cannot be deleted.</summary>
    public bool IsDefault { get; init; }
}

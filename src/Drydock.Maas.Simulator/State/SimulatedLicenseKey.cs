namespace Drydock.Maas.Simulator.State;

/// <summary>The key to activate a release of an operating system with.</summary>
internal sealed class SimulatedLicenseKey
{
    public required string System { get; set; }

    public required string Series { get; set; }

    public required string Key { get; set; }
}

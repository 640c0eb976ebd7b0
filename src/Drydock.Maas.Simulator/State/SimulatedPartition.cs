using System.Globalization;

namespace Drydock.Maas.Simulator.State;

/// <summary>A partition.</summary>
internal sealed class SimulatedPartition : SimulatedVolume
{
    public required SimulatedBlockDevice Device { get; init; }

    /// <summary>The number in its name, which is given with its making.</summary>
    public required int Index { get; set; }

    public bool Bootable { get; set; }

    public override SimulatedMachine Owner => Device.Machine;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Device.Name}-part{Index}");
}

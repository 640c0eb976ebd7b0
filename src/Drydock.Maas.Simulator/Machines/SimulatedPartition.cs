namespace Drydock.Maas.Simulator.Machines;

/// <summary>A partition.</summary>
internal sealed class SimulatedPartition : SimulatedVolume
{
    public required SimulatedBlockDevice Device { get; init; }

    public bool Bootable { get; set; }

    public bool IsFree => this is { Filesystem: null, MemberOf: null };

    public override SimulatedMachine Owner => Device.Machine;

    /// <summary>The number in the path: without UEFI what the firmware needs comes first, on every disk.</summary>
    public int Number => Device.Partitions.IndexOf(this) + (Device.Machine.IsUefi ? 1 : 2);
}

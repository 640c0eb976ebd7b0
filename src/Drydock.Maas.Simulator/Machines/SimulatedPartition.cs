namespace Drydock.Maas.Simulator.Machines;

/// <summary>A partition.</summary>
internal sealed class SimulatedPartition : SimulatedVolume
{
    public required SimulatedBlockDevice Device { get; init; }

    public bool Bootable { get; set; }

    public bool IsFree => this is { Filesystem: null, MemberOf: null };

    public override SimulatedMachine Owner => Device.Machine;

    /// <summary>The number in the path: what BIOS needs comes first on every disk of a PC, on POWER on the one it boots from.</summary>
    public int Number => Device.Partitions.IndexOf(this) + (HasLoaderInFront ? 2 : 1);

    private bool HasLoaderInFront => Device.Machine.MainArchitecture switch
    {
        "ppc64el" => Device == Device.Machine.EffectiveBootDisk,
        "amd64" => !Device.Machine.IsUefi,
        _ => false,
    };
}

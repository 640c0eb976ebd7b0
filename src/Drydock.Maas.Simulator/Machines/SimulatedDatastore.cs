namespace Drydock.Maas.Simulator.Machines;

/// <summary>A VMFS datastore, as the vmfs layouts make it.</summary>
internal sealed class SimulatedDatastore : SimulatedGroup
{
    public override string Describe(SimulatedVolume member) => $"VMFS extent for {Name}";

    public void Extend(SimulatedVolume member) => Take(this, member, "vmfs6");
}

using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Options of a step that gives a machine back, itself or before its own work where the machine's last use ended half-way.</summary>
public abstract record ReleasingStepOptions : NodeStepOptions
{
    /// <summary>A machine with one of these tags is not released, erased, deployed anew, broken off in what it does, or removed.</summary>
    public IReadOnlyList<string> ProtectTags { get; init; } = [];

    /// <summary>Leave the disks of a machine as they are whose erasing failed; otherwise it is done again before the machine is given on.</summary>
    public bool NoErase { get; init; }
}

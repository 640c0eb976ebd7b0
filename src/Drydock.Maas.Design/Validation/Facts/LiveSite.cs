using Drydock.Maas.Api;
using Drydock.Maas.Identity;
using Drydock.Maas.Models;

namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>The contents of a MAAS that designs are compared with.</summary>
public sealed class LiveSite
{
    private MachineRegister? _register;
    private RackRegister? _racks;

    /// <summary>Images and kernels it offers.</summary>
    public IReadOnlyList<BootResource> BootResources { get; init; } = [];

    /// <summary>Machines it knows.</summary>
    public IReadOnlyList<Machine> Machines { get; init; } = [];

    /// <summary>Their power parameters by system id; empty for users that MAAS does not show them to.</summary>
    public IReadOnlyDictionary<string, PowerParameters> PowerParameters { get; init; } = new Dictionary<string, PowerParameters>();

    /// <summary>Its rack controllers.</summary>
    public IReadOnlyList<RackController> RackControllers { get; init; } = [];

    /// <summary>Power parameters of these by system id; empty for users that MAAS does not show them to.</summary>
    public IReadOnlyDictionary<string, PowerParameters> RackPowerParameters { get; init; } = new Dictionary<string, PowerParameters>();

    /// <summary>Whether it refuses a subnet that overlaps another.</summary>
    public bool RefusesOverlappingSubnets { get; init; }

    /// <summary>The rack controllers, to recognise a node that is one.</summary>
    internal RackRegister Racks => _racks ??= new(RackControllers, new(RackPowerParameters));

    /// <summary>The machine of a node.</summary>
    internal MachineMatch Match(DrydockNode node) => (_register ??= new(Machines, new(PowerParameters))).Match(node);
}

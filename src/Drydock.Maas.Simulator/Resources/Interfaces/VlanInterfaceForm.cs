using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>An interface for a tagged VLAN over another.</summary>
internal sealed class VlanInterfaceForm(ApiCall call, SimulatedNode node, SimulatedInterface? nic) : InterfaceForm(call, node, nic, "vlan")
{
    private string Field => Fields.IsSent("parent") || !Fields.IsSent("parents") ? "parent" : "parents";

    protected override void Read()
    {
        Name = Fields.Name(required: false);
        if (!Errors.Has("vlan") && ProblemOfVlan() is { } wrongVlan)
            Errors.Add("vlan", wrongVlan);
        Parents = ReadParents(Field, "parent");
        if (Parents is not null && Problem(Parents) is { } wrongParents)
        {
            Errors.Add("parent", wrongParents);
            Parents = null;
        }

        if (Parents is not [var parent] || Vlan is null || Errors.Has("vlan"))
            return;
        Mac = parent.MacAddress;
        CheckFabric(parent, Vlan);
        if (Errors.Has("name"))
            return;
        if (Name.Length == 0 && Nic is null)
            Name = string.Create(CultureInfo.InvariantCulture, $"{parent.Name}.{Vlan.Vid}");
        Fields.CheckUnique(Name);
    }

    private string? ProblemOfVlan() => Vlan switch
    {
        null => "A VLAN interface must be connected to a tagged VLAN.",
        { Vid: 0 } => "A VLAN interface can only belong to a tagged VLAN.",
        _ => null,
    };

    private static string? Problem(List<SimulatedInterface> parents)
    {
        if (parents is not [var parent])
            return "A VLAN interface must have exactly one parent.";
        if (parent.Type == "vlan")
            return "A VLAN interface can't have another VLAN interface as parent.";
        return parent.Children.Any(child => child.Type == "bond") ? "A VLAN interface can't have a parent that is already in a bond." : null;
    }

    private void CheckFabric(SimulatedInterface parent, SimulatedVlan vlan)
    {
        if (parent.Vlan is null)
            throw new ApiException(ApiResponse.Text(500, "'NoneType' object has no attribute 'fabric_id'"));
        if (parent.Vlan.Fabric != vlan.Fabric)
            Errors.Add("vlan", "A VLAN interface can only belong to a tagged VLAN on the same fabric as its parent interface.");
    }
}

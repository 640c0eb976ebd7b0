using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>A bond of NICs.</summary>
internal sealed class BondForm(ApiCall call, SimulatedNode node, SimulatedInterface? nic) : ChildInterfaceForm(call, node, nic, "bond")
{
    protected override void Read()
    {
        ReadNames();
        Parents = ReadParents("parents", "parents");
        if (Parents is { Count: 0 })
        {
            Errors.Add("parents", "A bond interface must have one or more parents.");
            Parents = null;
        }

        if (Parents is not null)
            CheckParents(Parents);
        CheckMac();
    }

    protected override string? ProblemOfParents() =>
        Parents?.TrueForAll(parent => parent.Type == "physical") == false ? "Only physical interfaces can be bonded." : null;

    private void CheckParents(List<SimulatedInterface> parents)
    {
        Inherit(parents);
        var busy = parents.Where(parent => parent.Children.Any(child => child != Nic)).Select(parent => parent.Name)
            .Order(StringComparer.Ordinal).ToList();
        if (busy.Count > 0)
            Errors.Add("parents", $"Interfaces already in-use: {string.Join(", ", busy)}.");
        if (Nic is null && parents.Exists(parent => parent.Vlan != Vlan))
            Errors.Add("parents", "All parents must belong to the same VLAN.");
    }
}

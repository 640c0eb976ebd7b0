using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>The interfaces of one machine made anew on another; fixed addresses become free ones.</summary>
internal sealed class InterfaceClone(SimulatorState state, SimulatedMachine source, SimulatedMachine destination)
{
    private readonly Dictionary<SimulatedInterface, SimulatedInterface> _copies = [];

    /// <summary>Why the NICs do not fit; null when they do.</summary>
    public static string? Mismatch(SimulatedMachine source, SimulatedMachine destination)
    {
        var missing = Physical(source).Select(nic => nic.Name).Except(Physical(destination).Select(nic => nic.Name)).ToList();
        return missing.Count == 0
            ? null
            : $"destination node physical interfaces do not match the source nodes physical interfaces: {string.Join(", ", missing)}";
    }

    public void Make()
    {
        destination.Interfaces.RemoveAll(nic => nic.Type != "physical");
        foreach (var nic in source.Interfaces.OrderBy(nic => nic.Id))
        {
            var copy = nic.Type == "physical" ? Physical(destination).First(other => other.Name == nic.Name) : Add(nic);
            _copies[nic] = copy;
            Copy(nic, copy);
        }

        state.AutoFabrics.Sweep();
    }

    private static IEnumerable<SimulatedInterface> Physical(SimulatedMachine machine) =>
        machine.Interfaces.Where(nic => nic.Type == "physical");

    private SimulatedInterface Add(SimulatedInterface original)
    {
        var parents = original.Parents.Select(parent => _copies[parent]).ToList();
        var nic = new SimulatedInterface
        {
            Id = state.Ids.Next("interface"),
            Node = destination,
            Name = original.Name,
            Type = original.Type,
            MacAddress = parents[0].MacAddress,
            LinkConnected = false,
        };
        nic.Parents.AddRange(parents);
        destination.Interfaces.Add(nic);
        return nic;
    }

    private void Copy(SimulatedInterface original, SimulatedInterface copy)
    {
        copy.Vlan = original.Vlan;
        copy.Params = original.Params?.DeepClone().AsObject();
        copy.Links.Clear();
        foreach (var link in original.Links)
        {
            copy.Links.Add(new()
            {
                Id = state.Ids.Next("link"),
                Mode = link.Mode,
                Subnet = link.Subnet,
                Address = link is { Mode: "static", Subnet: { } subnet } ? state.Addresses.NextFree(subnet) : null,
                Created = state.Now,
            });
        }
    }
}

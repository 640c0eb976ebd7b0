using System.Globalization;
using System.Net;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>The NICs of rack controllers.</summary>
internal static class RackNics
{
    /// <summary>Adds a NIC with an address on the subnet.</summary>
    /// <param name="state">The server.</param>
    /// <param name="rack">The rack controller.</param>
    /// <param name="subnet">The subnet.</param>
    /// <param name="address">Its address there.</param>
    /// <param name="speed">Megabits a second.</param>
    public static void Add(SimulatorState state, SimulatedNode rack, SimulatedSubnet subnet, IPAddress address, int speed)
    {
        var nic = new SimulatedInterface
        {
            Id = state.Ids.Next("interface"),
            Node = rack,
            Name = string.Create(CultureInfo.InvariantCulture, $"eth{rack.Interfaces.Count}"),
            MacAddress = state.Ids.NextMac(),
            Vlan = subnet.Vlan,
            LinkSpeed = speed,
            InterfaceSpeed = speed,
        };
        nic.Links.Add(new() { Id = state.Ids.Next("link"), Mode = "static", Subnet = subnet, Address = address, Created = state.Now });
        rack.Interfaces.Add(nic);
    }
}

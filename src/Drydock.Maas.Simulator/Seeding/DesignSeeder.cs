using System.Net;
using Drydock.Maas.Design;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>Gives a new server what a design's site needs: images, racks on its networks and a machine per node.</summary>
internal static class DesignSeeder
{
    public static void Seed(SimulatorState state, SimulatorOptions options)
    {
        if (options.Design is { } design)
        {
            AddImages(state, design);
            AddRacks(state, design);
            foreach (var node in design.Nodes)
                Enlistment.Enlist(state, node);
        }

        for (var i = 1; i <= options.MachineCount; i++)
            Enlistment.Enlist(state, i);
    }

    private static void AddImages(SimulatorState state, SiteDesign design)
    {
        foreach (var (image, kernel) in design.Nodes.Where(n => n.Image is not null)
            .Select(n => (n.Image!, n.Kernel ?? "generic")).Distinct())
        {
            var name = image.Contains('/', StringComparison.Ordinal) ? image : $"ubuntu/{image}";
            if (!state.BootResources.Exists(r => r.Name == name && r.Architecture == $"amd64/{kernel}"))
                state.BootResources.Add(new()
                {
                    Id = state.Ids.Next("bootresource"),
                    Type = "Synced",
                    Name = name,
                    Architecture = $"amd64/{kernel}",
                    Subarches = "generic",
                });
        }
    }

    /// <summary>A rack controller on each network that wants DHCP without a relay; MAAS knows the network by that.</summary>
    private static void AddRacks(SimulatorState state, SiteDesign design)
    {
        foreach (var network in design.Networks.Where(n => n.HasDhcp && string.IsNullOrEmpty(n.DhcpRelayTarget) && !n.NoConfig))
        {
            if (!IPNetwork.TryParse(network.Block.Canonical, out var cidr) || state.Subnets.Exists(s => s.Cidr.Equals(cidr)))
                continue;
            var vlan = state.AutoFabrics.AddFabric(null);
            var subnet = new SimulatedSubnet { Id = state.Ids.Next("subnet"), Name = cidr.ToString(), Vlan = vlan, Cidr = cidr };
            state.Subnets.Add(subnet);
            RackNics.Add(state, state.RackControllers.First(), subnet, AddressOrder.Shift(cidr.BaseAddress, 2), speed: 10_000);
        }
    }
}

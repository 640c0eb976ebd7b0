using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>Another rack controller on the networks of the first, so that there is one to serve in its place.</summary>
internal static class SecondRack
{
    public const string Name = "rack2";

    public static void AddTo(SimulatorState state)
    {
        var first = state.RackControllers.First();
        var rack = new SimulatedController
        {
            Kind = SimulatedController.Rack, Id = state.Ids.Next("node"), SystemId = "rack22", Hostname = Name, Domain = first.Domain,
            Zone = first.Zone,
        };
        foreach (var nic in first.Interfaces.Where(i => i.Vlan is not null))
        {
            rack.Interfaces.Add(new SimulatedInterface
            {
                Id = state.Ids.Next("interface"), Node = rack, Name = nic.Name, MacAddress = state.Ids.NextMac(), Vlan = nic.Vlan,
            });
        }

        state.Nodes.Add(rack);
    }
}

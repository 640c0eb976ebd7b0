using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NodeDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Identity;

/// <summary>Machines and a rack controller among which a node's machine is looked for.</summary>
public abstract class NodeFinderTest
{
    private protected readonly FakeMachines _machines = new();
    private protected readonly FakeRacks _racks = new(new RackController
    {
        SystemId = "rack", Hostname = "rack1", Interfaces = [new NetworkInterface { MacAddress = "52:54:00:00:00:99" }],
    })
    {
        Power = new() { ["rack"] = new PowerParameters { PowerAddress = "10.0.0.99" } },
    };

    private protected void Has(Machine machine, string? bmc = null)
    {
        _machines.All.Add(machine);
        if (bmc is not null)
            _machines.Power[machine.SystemId] = new PowerParameters { PowerAddress = bmc };
    }

    private protected NodeFinder Finder()
    {
        var client = new FakeMaas { Machines = _machines, RackControllers = _racks };
        return new NodeFinder(client, new MachineReader(client), new PowerRegister(client, TimeProvider.System), 0);
    }

    private protected Task<Machine> FindAsync(DrydockNode node) => Finder().FindAsync(node, TestContext.Current.CancellationToken);

    private protected async Task<string> FailAsync(DrydockNode node, string errorId)
    {
        var error = await Assert.ThrowsAsync<NodeException>(() => FindAsync(node));
        Assert.Equal(errorId, error.ErrorId);
        return error.Message;
    }
}

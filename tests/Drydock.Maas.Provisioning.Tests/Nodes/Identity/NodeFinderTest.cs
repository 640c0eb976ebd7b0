using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Identity;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Identity;

/// <summary>Machines and a rack controller among which a node's machine is looked for.</summary>
public abstract class NodeFinderTest
{
    private protected readonly FakeMachines _machines = new();
    private protected readonly FakeRacks _racks = new(Rack)
    {
        Power = new() { ["rack"] = new PowerParameters { PowerAddress = "10.0.0.99" } },
    };

    private static RackController Rack { get; } = new()
    {
        SystemId = "rack", Hostname = "rack1", Interfaces = [new NetworkInterface { MacAddress = "52:54:00:00:00:99" }],
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

    /// <summary>The machine that a step finds, which is the one that a look at the whole MAAS finds.</summary>
    private protected async Task<Machine> FindAsync(DrydockNode node)
    {
        var machine = await Finder().FindAsync(node, TestContext.Current.CancellationToken);
        Assert.Equal(machine.SystemId, Match(node).Machine?.SystemId);
        return machine;
    }

    private protected async Task<string> FailAsync(DrydockNode node, string errorId)
    {
        var error = await Assert.ThrowsAsync<NodeException>(() => Finder().FindAsync(node, TestContext.Current.CancellationToken));
        Assert.Equal(errorId, error.ErrorId);
        return error.Message;
    }

    /// <summary>The reason why a step does not know which machine is meant, which a look at the whole MAAS gives too.</summary>
    private protected async Task<string> FindConflictAsync(DrydockNode node)
    {
        var error = await FailAsync(node, ErrorIds.AmbiguousMachine);
        Assert.Equal(error, Match(node).Conflict?.ToString());
        return error;
    }

    /// <summary>Fails for a node that is the rack controller, which a look at the whole MAAS tells too.</summary>
    private protected async Task FindRackAsync(DrydockNode node)
    {
        var error = await FailAsync(node, ErrorIds.RackControllerNotTouched);
        Assert.Equal(error, new RackRegister([Rack], new(_racks.Power)).FindConflict(node));
    }

    private MachineMatch Match(DrydockNode node) => new MachineRegister(_machines.All, new(_machines.Power)).Match(node);
}

using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;

namespace Drydock.Maas.Provisioning.Tests.InProcess;

/// <summary>One machine on the networks of <see cref="RackDesign"/>, in a simulated MAAS of this process whose site is set up.</summary>
internal sealed class NetworkMachine : IDisposable
{
    private readonly InProcessMaas _maas;
    private readonly SimulatedMachine _machine;

    private NetworkMachine(InProcessMaas maas)
    {
        _maas = maas;
        _machine = new()
        {
            Id = State.Ids.Next("node"),
            SystemId = State.Ids.NextSystemId(),
            Hostname = "node1",
            Domain = State.Domains[0],
            Zone = State.DefaultZone,
            Pool = State.Pools[0],
            Status = MachineStatus.Ready,
        };
        State.Nodes.Add(_machine);
    }

    public MaasSession Session => _maas.Session;

    public IMaasClient Client => Session.Client;

    public SimulatorState State => _maas.State;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A machine after commissioning: every NIC on a fabric that MAAS made for it, without an address.</summary>
    public static async Task<NetworkMachine> CommissionedAsync(params IReadOnlyList<string> nics)
    {
        var machine = new NetworkMachine(await InProcessMaas.StartAsync(SiteWith(RackDesign.Networks, [RackDesign.Pxe, RackDesign.Gp])));
        machine.AddSite();
        var vlan = machine.State.AutoFabrics.AddFabric(RackDesign.AutoFabric);
        foreach (var nic in nics)
            machine.AddNic(nic, vlan);
        return machine;
    }

    /// <summary>The machine as MAAS answers it now.</summary>
    public Task<Machine> ReadAsync() => Client.Machines.GetAsync(_machine.SystemId, Token);

    /// <summary>What the design's node needs.</summary>
    public async Task<Plan> PlanAsync(DrydockNode node) =>
        NetworkPlanner.Plan(node, await ReadAsync(), await ReadSiteAsync(), DeviceNames.None);

    /// <summary>The same in words.</summary>
    public async Task<IReadOnlyList<string>> PlanInWordsAsync(DrydockNode node) => (await PlanAsync(node)).InWords();

    /// <summary>Plans and carries out the plan; there is nothing left to plan then.</summary>
    /// <param name="node">The design's node.</param>
    /// <param name="random">Shuffles the operations before they are ordered by what they require; null leaves them as they were planned.</param>
    public async Task ConvergeAsync(DrydockNode node, Random? random = null)
    {
        var plan = await PlanAsync(node);
        var operations = plan.Operations.ToArray();
        random?.Shuffle(operations);
        await new Plan(operations).ApplyAsync(Client, await ReadAsync());
        Assert.Empty(await PlanInWordsAsync(node));
    }

    /// <summary>An interface as it is in the simulator.</summary>
    public SimulatedInterface Named(string name) => _machine.Interfaces.First(i => i.Name == name);

    /// <summary>What somebody else does to an interface of the machine, or to all of them.</summary>
    public ApiResponse Ask(string method, string? nic, string? operation, params (string Name, string Value)[] form) => _maas.Ask(
        method, $"nodes/{_machine.SystemId}/interfaces/{(nic is null ? "" : $"{InProcessMaas.Text(Named(nic).Id)}/")}", operation, form);

    /// <summary>A bridge that somebody else makes.</summary>
    public void AddBridge(string name, string parent) =>
        Ask("POST", null, "create_bridge", ("name", name), ("parent", InProcessMaas.Text(Named(parent).Id)));

    /// <summary>Commissioning has yet to come.</summary>
    public void MakeNew() => _machine.Status = MachineStatus.New;

    /// <summary>The interfaces as they are in the simulator.</summary>
    public IReadOnlyList<SimulatedInterface> Interfaces => _machine.Interfaces;

    /// <summary>The bridges that MAAS makes on configured interfaces of a machine that is deployed so, whether it is.</summary>
    public void DeployWithBridges(bool isDeployed)
    {
        AcquiredBridges.Make(State, _machine, new(Wanted: true, null, null, null));
        _machine.Status = isDeployed ? MachineStatus.Deployed : MachineStatus.Ready;
    }

    /// <summary>A link that nobody has asked for.</summary>
    public SimulatedLink NewLink(string mode, string subnet) => new() { Id = State.Ids.Next("link"), Mode = mode, Subnet = State.Subnets.First(s => s.Name == subnet) };

    /// <summary>An address that the interface got by DHCP was seen.</summary>
    public void SeeAddress(string nic, string subnet, string address) =>
        Named(nic).Discovered = (State.Subnets.First(s => s.Name == subnet), System.Net.IPAddress.Parse(address));

    /// <summary>The gateway of another subnet is the machine's.</summary>
    public void ChooseGateway(string subnet, string gateway)
    {
        var link = NewLink("static", subnet);
        link.Subnet!.GatewayIp = System.Net.IPAddress.Parse(gateway);
        _machine.ChooseGateway(link);
    }

    public async Task<SiteSnapshot> ReadSiteAsync() => new()
    {
        Fabrics = await Client.Fabrics.ListAsync(Token), Subnets = await Client.Subnets.ListAsync(Token),
    };

    public void Dispose() => _maas.Dispose();

    private void AddSite()
    {
        foreach (var fabric in RackDesign.Snapshot.Fabrics.Where(f => f.Name != RackDesign.AutoFabric))
        {
            var untagged = State.AutoFabrics.AddFabric(fabric.Name);
            foreach (var vlan in fabric.Vlans.Where(v => v.Vid > 0))
                State.Vlans.Add(new() { Id = State.Ids.Next("vlan"), Vid = vlan.Vid, Mtu = vlan.Mtu, Fabric = untagged.Fabric });
        }

        foreach (var subnet in RackDesign.Snapshot.Subnets)
        {
            State.Subnets.Add(new()
            {
                Id = State.Ids.Next("subnet"),
                Name = subnet.Name,
                Cidr = System.Net.IPNetwork.Parse(subnet.Cidr),
                Vlan = State.Vlans.First(v => v.Fabric.Name == subnet.Vlan!.Fabric && v.Vid == subnet.Vlan.Vid),
                GatewayIp = subnet.GatewayIP is { } gateway ? System.Net.IPAddress.Parse(gateway) : null,
            });
        }
    }

    private void AddNic(string name, SimulatedVlan vlan)
    {
        var id = State.Ids.Next("interface");
        var nic = new SimulatedInterface { Id = id, Node = _machine, Name = name, Vlan = vlan, MacAddress = FormattableString.Invariant($"52:54:00:00:00:{id:x2}") };
        _machine.Interfaces.Add(nic);
        new InterfaceLinks(State).EnsureLinkUp(nic);
    }
}

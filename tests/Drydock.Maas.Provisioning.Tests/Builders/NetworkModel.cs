using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Network;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>The interfaces of one machine on the networks of <see cref="RackDesign"/>, with the rules that MAAS has for them.</summary>
internal sealed class NetworkModel
{
    private int _lastId;

    public List<NetworkInterface> Interfaces { get; } = [];

    public DefaultGateways Gateways { get; set; } = new();

    public Machine Machine => new()
    {
        SystemId = "abc123",
        Hostname = "node1",
        StatusName = "Ready",
        Interfaces = [.. Interfaces.Select(Render)],
        DefaultGateways = Gateways,
    };

    public IMaasClient Client => new FakeMaas { Interfaces = new ModelInterfaces(this) };

    /// <summary>A machine after commissioning: every NIC on a fabric that MAAS made for it, without an address.</summary>
    public static NetworkModel Commissioned(params IReadOnlyList<string> nics)
    {
        var model = new NetworkModel();
        foreach (var nic in nics)
            model.Add(new NetworkInterface { Name = nic, Type = "physical", Vlan = RackDesign.Vlan("fabric-1", 0) });
        return model;
    }

    public static MaasApiException Refused(string why, int status = 400) => new("MaasBadRequest", why) { StatusCode = status };

    public Plan<MachineContext> Plan(DrydockNode node) => NetworkPlanner.Plan(node, Machine, RackDesign.Snapshot, DeviceNames.None);

    public async Task ConvergeAsync(DrydockNode node) => await Plan(node).ApplyAsync(Client, Machine);

    public int NextId() => ++_lastId;

    public NetworkInterface Named(string name) => Interfaces.First(i => i.Name == name);

    public NetworkInterface Find(int id) =>
        Interfaces.FirstOrDefault(i => i.Id == id) ?? throw Refused("No Interface matches the given query.", 404);

    public NetworkInterface Add(NetworkInterface nic)
    {
        if (Interfaces.Exists(i => i.Name == nic.Name))
            throw Refused($"Node already has an interface named '{nic.Name}'.");
        Interfaces.Add(nic with { Id = NextId() });
        return Interfaces[^1];
    }

    public NetworkInterface Replace(NetworkInterface nic)
    {
        Interfaces[Interfaces.FindIndex(i => i.Id == nic.Id)] = nic;
        return nic;
    }

    public NetworkInterface Rename(NetworkInterface nic, string? name)
    {
        if (name is null || name == nic.Name)
            return nic;
        if (Interfaces.Exists(i => i.Name == name))
            throw Refused($"Node already has an interface named '{name}'.");
        foreach (var child in Interfaces.Where(i => i.Parents.Contains(nic.Name)).ToList())
            Replace(child with { Parents = [.. child.Parents.Select(p => p == nic.Name ? name : p)] });
        return Replace(nic with { Name = name });
    }

    /// <summary>Removes an interface with what stands on it alone.</summary>
    public void Remove(NetworkInterface nic)
    {
        foreach (var child in Interfaces.Where(i => i.Parents.Contains(nic.Name)).ToList())
        {
            if (child.Parents.Count == 1)
                Remove(child);
            else
                Replace(child with { Parents = [.. child.Parents.Where(p => p != nic.Name)] });
        }

        Interfaces.RemoveAll(i => i.Id == nic.Id);
    }

    /// <summary>An interface as MAAS answers it: it carries at least the MTU that its children need.</summary>
    public NetworkInterface Render(NetworkInterface nic) => nic with { EffectiveMtu = Mtu(nic) };

    private int Mtu(NetworkInterface nic) =>
        Interfaces.Where(i => i.Parents.Contains(nic.Name)).Select(Mtu).Append(nic.Params?.Mtu ?? nic.Vlan?.Mtu ?? 1500).Max();
}

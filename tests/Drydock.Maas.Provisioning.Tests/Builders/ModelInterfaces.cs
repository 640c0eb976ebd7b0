using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Interfaces of a <see cref="NetworkModel"/>; another VLAN drops links, what a bond or bridge stands on has none and
/// follows its VLAN, whatever is written.</summary>
internal sealed class ModelInterfaces(NetworkModel model) : IInterfaceClient
{
    private static readonly IEnumerable<Vlan> Vlans = RackDesign.Snapshot.Fabrics.SelectMany(f => f.Vlans);

    public Task<IReadOnlyList<NetworkInterface>> ListAsync(string systemId, CancellationToken token) => throw new NotSupportedException();

    public Task<NetworkInterface> UpdateAsync(string systemId, int id, InterfaceUpdate update, CancellationToken token) =>
        Answer(WithMtu(Move(model.Rename(model.Find(id), update.Name), update.VlanId), update.Mtu));

    public Task<NetworkInterface> CreateBondAsync(string systemId, BondRequest request, CancellationToken token)
    {
        CheckFree(request.Parents, null);
        var bond = model.Add(new NetworkInterface { Name = request.Name, Type = "bond", Vlan = Vlan(request.VlanId!.Value) });
        return Answer(Adopt(Configure(bond, request)));
    }

    public Task<NetworkInterface> UpdateBondAsync(string systemId, int id, BondRequest request, CancellationToken token)
    {
        CheckFree(request.Parents, id);
        return Answer(Adopt(Configure(Move(model.Find(id), request.VlanId), request)));
    }

    public Task<NetworkInterface> CreateVlanAsync(string systemId, int parentId, int vlanId, int? mtu, CancellationToken token)
    {
        var parent = model.Find(parentId);
        var vlan = Vlan(vlanId);
        if (vlan.Vid == 0 || parent.Vlan?.FabricId != vlan.FabricId)
            throw NetworkModel.Refused("A VLAN interface can only belong to a tagged VLAN on the same fabric as its parent interface.");
        var nic = new NetworkInterface { Name = $"{parent.Name}.{vlan.Vid}", Type = "vlan", Vlan = vlan, Parents = [parent.Name] };
        return Answer(WithMtu(model.Add(nic), mtu));
    }

    public Task<NetworkInterface> LinkSubnetAsync(string systemId, int id, LinkRequest request, CancellationToken token)
    {
        var nic = model.Find(id);
        var subnet = RackDesign.Snapshot.Subnets.First(s => s.Id == request.SubnetId);
        CheckLink(nic, subnet, request);
        var kept = request.Mode == "link_up" ? [] : nic.Links.Where(l => l.Mode is not ("link_up" or "dhcp"));
        var link = new InterfaceLink { Id = model.NextId(), Mode = request.Mode, Subnet = subnet, IPAddress = request.IPAddress };
        if (request.DefaultGateway)
            SetGateway(link);
        return Answer(nic with { Links = [.. kept, link] });
    }

    public Task<NetworkInterface> UnlinkSubnetAsync(string systemId, int id, int linkId, CancellationToken token)
    {
        var nic = model.Find(id);
        if (nic.Links.All(l => l.Id != linkId))
            throw NetworkModel.Refused($"'{linkId}' is not a valid id.");
        var links = nic.Links.Where(l => l.Id != linkId).ToList();

        // No enabled interface is left without a link, and one that got an address by DHCP was seen on that subnet.
        if (links.Count == 0 && nic.Vlan is not null)
        {
            var seen = nic.Links.First(l => l.Id == linkId) is { Mode: "dhcp" or "auto" } link ? link.Subnet : null;
            links.Add(new InterfaceLink { Id = model.NextId(), Mode = "link_up", Subnet = seen });
        }

        return Answer(nic with { Links = links });
    }

    public Task<NetworkInterface> SetDefaultGatewayAsync(string systemId, int id, int linkId, CancellationToken token)
    {
        SetGateway(model.Find(id).Links.First(l => l.Id == linkId));
        return Answer(model.Find(id));
    }

    public Task<NetworkInterface> DisconnectAsync(string systemId, int id, CancellationToken token) => throw new NotSupportedException();

    public Task DeleteAsync(string systemId, int id, CancellationToken token)
    {
        model.Remove(model.Find(id));
        return Task.CompletedTask;
    }

    public Task<NetworkInterface> GetAsync(string systemId, int id, CancellationToken token) => throw new NotSupportedException();

    public Task<NetworkInterface> CreatePhysicalAsync(string systemId, PhysicalInterfaceRequest request, CancellationToken token) =>
        throw new NotSupportedException();

    public Task<NetworkInterface> CreateBridgeAsync(string systemId, BridgeRequest request, CancellationToken token)
    {
        var parent = model.Find(request.ParentId!.Value);
        if (parent.Type == "bridge")
            throw NetworkModel.Refused("A bridge interface can't have another bridge interface as parent.");
        CheckFree([parent.Id], null);
        var bridge = new NetworkInterface { Name = request.Name!, Type = "bridge", Vlan = Vlan(request.VlanId!.Value), Parents = [parent.Name] };
        return Answer(Adopt(Configure(model.Add(bridge), request)));
    }

    public Task<NetworkInterface> UpdateBridgeAsync(string systemId, int id, BridgeRequest request, CancellationToken token) =>
        Answer(Adopt(Configure(Move(model.Find(id), request.VlanId), request)));

    public Task<NetworkInterface> AddTagAsync(string systemId, int id, string tag, CancellationToken token) =>
        throw new NotSupportedException();

    public Task<NetworkInterface> RemoveTagAsync(string systemId, int id, string tag, CancellationToken token) =>
        throw new NotSupportedException();

    private static Vlan Vlan(int id) => Vlans.First(v => v.Id == id);

    private static NetworkInterface Move(NetworkInterface nic, int? vlanId) =>
        vlanId is null || nic.Vlan?.Id == vlanId ? nic : nic with { Vlan = Vlan(vlanId.Value), Links = [] };

    private static NetworkInterface WithMtu(NetworkInterface nic, int? mtu) =>
        mtu is null ? nic : nic with { Params = (nic.Params ?? new()) with { Mtu = mtu } };

    private NetworkInterface Configure(NetworkInterface bond, BondRequest request) => WithMtu(bond, request.Mtu) with
    {
        Parents = request.Parents.Count == 0 ? bond.Parents : [.. request.Parents.Select(p => model.Find(p).Name)],
        Params = new InterfaceParameters
        {
            Mtu = request.Mtu ?? bond.Params?.Mtu,
            BondMode = request.Mode ?? bond.Params?.BondMode ?? "balance-rr",
            BondMiimon = request.MonitorInterval ?? bond.Params?.BondMiimon ?? 100,
            BondUpDelay = request.UpDelay ?? bond.Params?.BondUpDelay ?? 0,
            BondDownDelay = request.DownDelay ?? bond.Params?.BondDownDelay ?? 0,
            BondLacpRate = request.LacpRate ?? bond.Params?.BondLacpRate ?? "fast",
            BondXmitHashPolicy = request.TransmitHashPolicy ?? bond.Params?.BondXmitHashPolicy ?? "layer2",
        },
    };

    private static NetworkInterface Configure(NetworkInterface bridge, BridgeRequest request) => bridge with
    {
        Params = new InterfaceParameters
        {
            Mtu = request.Mtu ?? bridge.Params?.Mtu,
            BridgeType = request.Type ?? bridge.Params?.BridgeType ?? "standard",
            BridgeStp = request.Stp ?? bridge.Params?.BridgeStp ?? false,
            BridgeFd = request.ForwardDelay ?? bridge.Params?.BridgeFd ?? 15,
        },
    };

    private NetworkInterface Adopt(NetworkInterface bond)
    {
        foreach (var parent in bond.Parents)
            Save(model.Named(parent) with { Vlan = bond.Vlan, Links = [] });
        return bond.Links.Count > 0 ? bond : bond with { Links = [new InterfaceLink { Id = model.NextId(), Mode = "link_up" }] };
    }

    private void CheckFree(IReadOnlyList<int> parents, int? self)
    {
        var names = parents.Select(p => model.Find(p).Name).ToList();
        if (model.Interfaces.Exists(i => i.Id != self && i.Type is "bond" or "bridge" && i.Parents.Any(names.Contains)))
            throw NetworkModel.Refused("Interfaces already in-use.");
    }

    private void CheckLink(NetworkInterface nic, Subnet subnet, LinkRequest request)
    {
        if (nic.Vlan?.Id != subnet.Vlan?.Id)
            throw NetworkModel.Refused($"None found with id={subnet.Id}.");
        if (request.Mode == "dhcp" && nic.Links.Any(l => l.Mode == "dhcp"))
            throw NetworkModel.Refused("Interface is already set to DHCP.");
        if (request.Mode == "static" && model.Interfaces.SelectMany(i => i.Links).Any(l => l.IPAddress == request.IPAddress))
            throw NetworkModel.Refused("IP address is already in use.", 404);
        if (request.Mode == "link_up" && !request.Force && nic.Links.Any(l => l.Mode != "link_up"))
            throw NetworkModel.Refused("Cannot configure interface to link up while other links are already configured.");
    }

    private void SetGateway(InterfaceLink link)
    {
        var gateway = new DefaultGateway { GatewayIP = link.Subnet!.GatewayIP, LinkId = link.Id };
        model.Gateways = link.Subnet.Cidr.Contains(':') ? model.Gateways with { Ipv6 = gateway } : model.Gateways with { Ipv4 = gateway };
    }

    /// <summary>What is saved makes what a bond or bridge stands on follow it: one below it cannot be moved, one above it moves all.</summary>
    private void Save(NetworkInterface nic)
    {
        model.Replace(nic);
        if (nic.Type is "bond" or "bridge")
            Adopt(nic);
        if (model.Interfaces.Find(i => i.Type is "bond" or "bridge" && i.Parents.Contains(nic.Name)) is { } above)
            model.Replace(nic with { Vlan = above.Vlan, Links = [] });
    }

    private Task<NetworkInterface> Answer(NetworkInterface nic)
    {
        Save(nic);
        return Task.FromResult(model.Render(model.Find(nic.Id)));
    }
}

using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Plans links to subnets. All wrong links go before any is made, so that an address moves from one interface to another.</summary>
internal static class LinkPlanner
{
    public static void PlanUnlinks(
        PlanBuilder<MachineContext> builder, Machine machine, IReadOnlyList<DesiredInterface> interfaces, IReadOnlySet<string> gone)
    {
        foreach (var (nic, _, desired) in interfaces.SelectMany(d => Linked(machine, d, gone)))
        {
            foreach (var link in LinksThatStay(nic).Where(l => desired?.IsMetBy(l) != true && !GoesByItself(l, desired)))
                PlanUnlink(builder, nic!, link);
        }

        PlanForeignUnlinks(builder, machine, interfaces, gone);

        IReadOnlyList<InterfaceLink> LinksThatStay(NetworkInterface? nic) =>
            nic is null || MovesToOtherVlan(machine, nic, interfaces) || GetsBridge(machine, nic, interfaces, gone) ? [] : nic.Links;
    }

    /// <summary>A new bridge takes the links of what it stands on.</summary>
    private static bool GetsBridge(
        Machine machine, NetworkInterface nic, IReadOnlyList<DesiredInterface> interfaces, IReadOnlySet<string> gone) =>
        interfaces.Any(d => d.Bridge?.ParentIn(machine, gone) == nic.Name && InterfacePlanner.Find(machine, d.Name, gone) is null);

    /// <summary>An address of the design that an interface beside the design holds would be refused as in use.</summary>
    private static void PlanForeignUnlinks(
        PlanBuilder<MachineContext> builder, Machine machine, IReadOnlyList<DesiredInterface> interfaces, IReadOnlySet<string> gone)
    {
        var linked = interfaces.SelectMany(d => Linked(machine, d, gone)).ToList();
        var addresses = linked.Select(l => l.Desired?.Address).OfType<string>().Select(IPNumber.Read).ToHashSet();
        var ours = linked.Select(l => l.Name).Concat(interfaces.SelectMany(d => d.Nics)).ToHashSet(StringComparer.Ordinal);
        foreach (var nic in machine.Interfaces.Where(i => !ours.Contains(i.Name) && !gone.Contains(i.Name)))
        {
            foreach (var link in nic.Links.Where(l => addresses.Contains(l.Address)))
                PlanUnlink(builder, nic, link);
        }
    }

    /// <summary>The links of the interfaces a desired one comes to that are as designed, and stay.</summary>
    public static IEnumerable<(string Nic, InterfaceLink Link, DesiredLink Desired)> LinksThatStay(
        Machine machine, DesiredInterface desired, IReadOnlySet<string> gone) =>
        from linked in Linked(machine, desired, gone)
        where linked is { Nic: not null, Desired: not null } && !MovesToOtherVlan(machine, linked.Nic, [desired])
        from link in linked.Nic.Links
        where linked.Desired.IsMetBy(link)
        select (linked.Name, link, linked.Desired);

    public static void PlanLinks(
        PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, DesiredInterface desired, IReadOnlySet<string> gone)
    {
        foreach (var (nic, name, link) in Linked(machine, desired, gone).Where(x => x.Desired is not null))
        {
            var present = nic is null || MovesToOtherVlan(machine, nic, [desired]) ? null : nic.Links.FirstOrDefault(link!.IsMetBy);
            if (present is null)
            {
                if (link!.Address is { } address)
                    builder.Require(new FreeAddress(node, machine.SystemId, name, link.Subnet, address, MacsOf(machine, desired)));
                PlanLink(builder, name, link, Causes(machine, name, gone));
            }
            else if (link!.IsDefaultGateway && Gateway(machine, link)?.LinkId != present.Id)
                PlanDefaultGateway(builder, machine, nic!, present, link);
        }
    }

    /// <summary>The MAC address of an interface, which its VLAN interfaces have too, or those a bond may get that is not there yet.</summary>
    private static IReadOnlyList<Written<MacNumber>> MacsOf(Machine machine, DesiredInterface desired)
    {
        string[] names = machine.Interfaces.Any(i => i.Name == desired.Name) ? [desired.Name]
            : desired.Bridge is { } bridge ? [bridge.Below]
            : [.. desired.Members];
        return [.. machine.Interfaces.Where(i => names.Contains(i.Name) && !i.Mac.IsEmpty).Select(i => i.Mac)];
    }

    /// <summary>A bond or bridge over a NIC takes its links; a VLAN interface does not.</summary>
    private static string[] Causes(Machine machine, string name, IReadOnlySet<string> gone) =>
        [name, .. InterfacePlanner.GoneOver(machine, name, gone).Where(n => machine.Interfaces.First(i => i.Name == n).Type != "vlan")];

    private static DefaultGateway? Gateway(Machine machine, DesiredLink link) =>
        link.IsIpv6 ? machine.DefaultGateways?.Ipv6 : machine.DefaultGateways?.Ipv4;

    /// <summary>The interfaces a desired one comes to: itself with the native network, and its VLAN interfaces.</summary>
    private static IEnumerable<(NetworkInterface? Nic, string Name, DesiredLink? Desired)> Linked(Machine machine, DesiredInterface desired, IReadOnlySet<string> gone)
    {
        yield return (InterfacePlanner.Find(machine, desired.Name, gone), desired.Name, desired.Native);
        foreach (var tagged in desired.Tagged)
        {
            var present = InterfacePlanner.FindVlan(machine, desired.Name, tagged.Vlan, gone);
            yield return (present, present?.Name ?? InterfacePlanner.VlanName(desired.Name, tagged.Vlan), tagged.Link);
        }
    }

    /// <summary>Moving to another VLAN drops an interface's links by itself.</summary>
    private static bool MovesToOtherVlan(Machine machine, NetworkInterface nic, IReadOnlyList<DesiredInterface> interfaces) =>
        nic.Type != "vlan" && interfaces.Any(d => d.Name == nic.Name && machine.Interfaces.First(i => i.Id == nic.Id).Vlan?.Id != d.Vlan.Id);

    /// <summary>
    /// A bare link-up goes when a real link comes, and every link when a link-up is forced. Where no link is wanted, MAAS would put one back.
    /// </summary>
    private static bool GoesByItself(InterfaceLink link, DesiredLink? desired) =>
        (link.Mode == "link_up" && (link.Subnet is null || desired is null)) || desired?.Mode == "link_up";

    private static void PlanUnlink(PlanBuilder<MachineContext> builder, NetworkInterface nic, InterfaceLink link) => builder.Add(
        NetworkChange.Delete(ResourceKind.Link, nic.Name, Describe(link), nic.Name),
        async (context, token) =>
        {
            // Ids go stale: the link is looked up as it is now, and may be gone already.
            var present = context.Interface(nic.Name).Links.FirstOrDefault(l =>
                l.Mode == link.Mode && l.Subnet?.Id == link.Subnet?.Id && l.Address == link.Address);
            if (present is not null)
                context.Keep(await context.Client.Interfaces.UnlinkSubnetAsync(context.SystemId, nic.Id, present.Id, token).ConfigureAwait(false));
        });

    private static string? Describe(DefaultGateway? gateway) =>
        string.IsNullOrEmpty(gateway?.GatewayIP) ? null
        : gateway.LinkId is null ? $"{gateway.GatewayIP}, chosen by MAAS itself" : $"{gateway.GatewayIP} by another link";

    private static string Describe(InterfaceLink link) => $"{link.Mode} {link.IPAddress ?? link.Subnet?.Cidr}".TrimEnd();

    private static void PlanLink(PlanBuilder<MachineContext> builder, string name, DesiredLink link, string[] parents)
    {
        var request = new LinkRequest
        {
            SubnetId = link.Subnet.Id,
            Mode = link.Mode,
            IPAddress = link.Address,
            DefaultGateway = link.IsDefaultGateway,
            Force = link.Mode == "link_up",
        };
        builder.Add(NetworkChange.Create(ResourceKind.Link, name, link.ToString(), parents), async (context, token) =>
            context.Keep(await context.Client.Interfaces.LinkSubnetAsync(context.SystemId, context.Interface(name).Id, request, token).ConfigureAwait(false)));
    }

    private static void PlanDefaultGateway(
        PlanBuilder<MachineContext> builder, Machine machine, NetworkInterface nic, InterfaceLink present, DesiredLink link)
    {
        var change = NetworkChange.Set(nic.Name, ChangeProperty.DefaultGateway, Describe(Gateway(machine, link)), link.Subnet.GatewayIP, nic.Name);
        builder.Add(change, async (context, token) => context.Keep(
            await context.Client.Interfaces.SetDefaultGatewayAsync(context.SystemId, nic.Id, present.Id, token).ConfigureAwait(false)));
    }
}

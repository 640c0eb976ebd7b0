using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>subnets/</c>; one subnet may also be named by its CIDR, slash and all.</summary>
internal sealed class SubnetsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "subnets/", null, call => ApiResponse.Json(ApiJson.List(call.State.Subnets, Render)));
        router.Map("POST", "subnets/", null, Create, Access.Admin);
        foreach (var template in new[] { "subnets/{subnet}/", "subnets/{subnet}/{prefix}/" })
        {
            router.Map("GET", template, null, call => ApiResponse.Json(Render(Lookup.Subnet(call))));
            router.Map("PUT", template, null, Update);
            router.Map("DELETE", template, null, Delete);
            router.Map("GET", template, "reserved_ip_ranges", SubnetUse.Reserved);
            router.Map("GET", template, "unreserved_ip_ranges", SubnetUse.Unreserved);
            router.Map("GET", template, "ip_addresses", SubnetUse.Addresses);
            router.Map("GET", template, "statistics", SubnetStatistics.Answer);
        }
    }

    public static JsonObject? Render(SimulatedSubnet? subnet) => subnet is null ? null : new()
    {
        ["name"] = subnet.Name,
        ["description"] = subnet.Description,
        ["vlan"] = VlansApi.Render(subnet.Vlan),
        ["cidr"] = subnet.Cidr.ToString(),
        ["rdns_mode"] = subnet.RdnsMode,
        ["gateway_ip"] = subnet.GatewayIp?.ToString(),
        ["dns_servers"] = ApiJson.Texts(subnet.DnsServers.Select(server => server.ToString())),
        ["allow_dns"] = subnet.AllowDns,
        ["allow_proxy"] = subnet.AllowProxy,
        ["active_discovery"] = subnet.ActiveDiscovery,
        ["managed"] = subnet.Managed,
        ["disabled_boot_architectures"] = ApiJson.Texts(subnet.DisabledBootArchitectures),
        ["space"] = subnet.Vlan.Space?.Name ?? SimulatedSpace.Undefined,
        ["id"] = subnet.Id,
        ["resource_uri"] = ApiJson.Uri($"subnets/{subnet.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var form = new SubnetForm(call, null);
        var subnet = form.Create(call.State.Ids.Next("subnet"));
        call.State.Subnets.Add(subnet);
        call.State.Addresses.Settle(subnet);
        return Written(subnet);
    }

    private static ApiResponse Update(ApiCall call)
    {
        var subnet = Lookup.Subnet(call);
        call.DemandPermission();
        new SubnetForm(call, subnet).ApplyTo(subnet);
        call.State.Subnets.Touch(subnet);
        call.State.Addresses.Settle(subnet);
        return Written(subnet);
    }

    /// <summary>Right after a write an absent gateway still reads as the form's empty text.</summary>
    private static ApiResponse Written(SimulatedSubnet subnet)
    {
        var body = Render(subnet)!;
        body["gateway_ip"] ??= "";
        return ApiResponse.Json(body);
    }

    /// <summary>What is on the subnet goes with it, links of machines in use among them; only power controllers hold it, and DHCP.</summary>
    private static ApiResponse Delete(ApiCall call)
    {
        var state = call.State;
        var subnet = Lookup.Subnet(call);
        call.DemandPermission();
        if (subnet.Vlan.DhcpOn && state.IPRanges.Exists(range => range.Subnet == subnet && range.Type == "dynamic"))
            return ApiResponse.Text(
                400,
                "Cannot delete a subnet that is actively servicing a dynamic IP range. (Delete the dynamic range or disable DHCP first.)");
        if (state.Rules.KeepsSubnetsInUse && !QueryFlag.Read(call.Query, "force")
            && state.Addresses.Assigned.Any(used => used.Link.Subnet == subnet))
            return ApiResponse.Text(
                400, "Cannot delete a subnet that has IP addresses in use by nodes. (Use the 'force' parameter to override.)");
        if (state.Addresses.OfPower.Any(power => power.Subnet == subnet))
            return ApiResponse.DatabaseConflict();
        state.Subnets.Remove(subnet);
        state.IPRanges.RemoveAll(range => range.Subnet == subnet);
        state.ReservedIPs.RemoveAll(reserved => reserved.Subnet == subnet);
        state.StaticRoutes.RemoveAll(route => route.Source == subnet || route.Destination == subnet);
        state.DhcpSnippets.RemoveAll(snippet => snippet.Subnet == subnet);
        foreach (var held in state.HeldAddresses.FindAll(held => held.Subnet == subnet))
        {
            state.HeldAddresses.Remove(held);
            state.Addresses.ForgetNames(held.Address);
        }

        foreach (var machine in state.Nodes.OfType<SimulatedMachine>())
            machine.ForgetGateways(link => link.Subnet == subnet);
        foreach (var nic in state.Nodes.SelectMany(node => node.Interfaces))
        {
            nic.Links.RemoveAll(link => link.Subnet == subnet);
            nic.Discovered = nic.Discovered?.Subnet == subnet ? null : nic.Discovered;
        }

        return ApiResponse.NoContent();
    }
}

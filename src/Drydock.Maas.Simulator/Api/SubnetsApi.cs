using System.Net;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>subnets/</c>; one subnet may also be named by its CIDR, slash and all.</summary>
internal sealed class SubnetsApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "subnets/", null, call => ApiResponse.Json(SiteJson.List(call.State.Subnets, SiteJson.Subnet)));
        router.Map("POST", "subnets/", null, Create, Access.Admin);
        foreach (var template in new[] { "subnets/{subnet}/", "subnets/{subnet}/{prefix}/" })
        {
            router.Map("GET", template, null, call => ApiResponse.Json(SiteJson.Subnet(Lookup.Subnet(call))));
            router.Map("PUT", template, null, Update, Access.Admin);
            router.Map("DELETE", template, null, Delete, Access.Admin);
            router.Map("GET", template, "reserved_ip_ranges", SubnetUse.Reserved);
            router.Map("GET", template, "unreserved_ip_ranges", SubnetUse.Unreserved);
            router.Map("GET", template, "ip_addresses", SubnetUse.Addresses);
            router.Map("GET", template, "statistics", SubnetStatistics.Answer);
        }
    }

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var cidr = ReadCidr(call.Form, errors, null);
        var form = SubnetForm.Read(call, errors, cidr, null);
        errors.ThrowIfAny();
        var subnet = new SimulatedSubnet
        {
            Id = call.State.Ids.Next("subnet"),
            Name = form.Name ?? cidr.ToString(),
            Vlan = form.Vlan!,
            Cidr = cidr,
        };
        form.ApplyTo(subnet);
        call.State.Subnets.Add(subnet);
        return Written(subnet);
    }

    private static ApiResponse Update(ApiCall call)
    {
        var subnet = Lookup.Subnet(call);
        var errors = new FieldErrors(call.Form);
        var cidr = call.Form.Has("cidr") ? ReadCidr(call.Form, errors, subnet) : subnet.Cidr;
        var form = SubnetForm.Read(call, errors, cidr, subnet);
        errors.ThrowIfAny();
        subnet.Cidr = cidr;
        form.ApplyTo(subnet);
        return Written(subnet);
    }

    /// <summary>Right after a write an absent gateway still reads as the form's empty text.</summary>
    private static ApiResponse Written(SimulatedSubnet subnet)
    {
        var body = SiteJson.Subnet(subnet)!;
        body["gateway_ip"] ??= "";
        return ApiResponse.Json(body);
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var subnet = Lookup.Subnet(call);
        call.State.Subnets.Remove(subnet);
        call.State.IPRanges.RemoveAll(range => range.Subnet == subnet);
        call.State.StaticRoutes.RemoveAll(route => route.Source == subnet || route.Destination == subnet);
        foreach (var nic in call.State.Nodes.SelectMany(node => node.Interfaces))
            nic.Links.RemoveAll(link => link.Subnet == subnet);
        return ApiResponse.NoContent();
    }

    private static IPNetwork ReadCidr(ParameterSet form, FieldErrors errors, SimulatedSubnet? current)
    {
        var text = errors.Text("cidr");
        if (text.Length == 0)
            return default;
        var parts = text.Split('/');
        if (parts.Length != 2 || !IPAddress.TryParse(parts[0], out var address) || !int.TryParse(parts[1], out var prefix) || prefix < 0
            || prefix > address.GetAddressBytes().Length * 8)
        {
            errors.Add("cidr", "Required format: <network>/<prefixlen>.");
            return current?.Cidr ?? default;
        }

        // Host bits are cut off, not refused.
        return new(AddressOrder.NetworkOf(address, prefix), prefix);
    }
}

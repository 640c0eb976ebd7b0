using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>static-routes/</c>.</summary>
internal sealed class StaticRoutesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "static-routes/", null, call => ApiResponse.Json(SiteJson.List(call.State.StaticRoutes, Render)));
        router.Map("POST", "static-routes/", null, Create, Access.Admin);
        router.Map("GET", "static-routes/{id}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "static-routes/{id}/", null, Update, Access.Admin);
        router.Map("DELETE", "static-routes/{id}/", null, Delete, Access.Admin);
    }

    private static JsonObject Render(SimulatedStaticRoute route) => new()
    {
        ["source"] = SiteJson.Subnet(route.Source),
        ["destination"] = SiteJson.Subnet(route.Destination),
        ["gateway_ip"] = route.Gateway.ToString(),
        ["metric"] = route.Metric,
        ["id"] = route.Id,
        ["resource_uri"] = SiteJson.Uri($"static-routes/{route.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var wanted = Read(call, null);
        var route = new SimulatedStaticRoute
        {
            Id = call.State.Ids.Next("staticroute"),
            Source = wanted.Source,
            Destination = wanted.Destination,
            Gateway = wanted.Gateway,
            Metric = wanted.Metric,
        };
        call.State.StaticRoutes.Add(route);
        return ApiResponse.Json(Render(route));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var route = Find(call);
        var wanted = Read(call, route);
        (route.Source, route.Destination, route.Gateway, route.Metric) = (wanted.Source, wanted.Destination, wanted.Gateway, wanted.Metric);
        // MAAS does not sort routes, and its database answers the one changed last at the end.
        call.State.StaticRoutes.Remove(route);
        call.State.StaticRoutes.Add(route);
        return ApiResponse.Json(Render(route));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.StaticRoutes.Remove(Find(call));
        return ApiResponse.NoContent();
    }

    private static SimulatedStaticRoute Read(ApiCall call, SimulatedStaticRoute? current)
    {
        var errors = new FieldErrors(call.Form);
        var source = ReadSubnet(call, errors, "source", current?.Source);
        var destination = ReadSubnet(call, errors, "destination", current?.Destination);
        var gateway = ReadGateway(call.Form, errors, source, current?.Gateway);
        var metric = errors.Number("metric", current?.Metric ?? 0, 0, int.MaxValue);
        errors.ThrowIfAny();
        if (call.State.StaticRoutes.Exists(other =>
            other != current && other.Source == source && other.Destination == destination && other.Gateway.Equals(gateway)))
            throw new ApiException(
                ApiResponse.BareInvalid("__all__", "Static route with this Source, Destination and Gateway IP already exists."));
        return new() { Id = 0, Source = source!, Destination = destination!, Gateway = gateway!, Metric = metric };
    }

    private static IPAddress? ReadGateway(ParameterSet form, FieldErrors errors, SimulatedSubnet? source, IPAddress? current)
    {
        if (current is not null && !form.Has("gateway_ip"))
            return current;
        var text = errors.Text("gateway_ip");
        if (text.Length == 0 || source is null)
            return null;
        if (!IPAddress.TryParse(text, out var address))
        {
            errors.Add("gateway_ip", "Enter a valid IPv4 or IPv6 address.");
        }
        else if (!source.Cidr.Contains(address))
        {
            errors.Add("gateway_ip", $"Enter an IP address in {source.Cidr}.");
            errors.Add("__all__", "gateway_ip must be with in the source subnet.");
        }

        return address;
    }

    private static SimulatedSubnet? ReadSubnet(ApiCall call, FieldErrors errors, string field, SimulatedSubnet? current)
    {
        if (current is not null && !call.Form.Has(field))
            return current;
        var text = errors.Text(field);
        if (text.Length == 0)
            return null;
        var subnet = Lookup.Subnet(call.State, text);
        if (subnet is null)
            errors.Add(field, FieldErrors.BadChoice);
        return subnet;
    }

    private static SimulatedStaticRoute Find(ApiCall call) => Lookup.ById(call, call.State.StaticRoutes, route => route.Id, "StaticRoute");
}

using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary><c>static-routes/</c>.</summary>
internal sealed class StaticRoutesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "static-routes/", null, call => ApiResponse.Json(ApiJson.List(call.State.StaticRoutes, Render)));
        router.Map("POST", "static-routes/", null, Create, Access.Admin);
        router.Map("GET", "static-routes/{id}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "static-routes/{id}/", null, Update);
        router.Map("DELETE", "static-routes/{id}/", null, Delete);
    }

    private static JsonObject Render(SimulatedStaticRoute route) => new()
    {
        ["source"] = SubnetsApi.Render(route.Source),
        ["destination"] = SubnetsApi.Render(route.Destination),
        ["gateway_ip"] = route.Gateway.ToString(),
        ["metric"] = route.Metric,
        ["id"] = route.Id,
        ["resource_uri"] = ApiJson.Uri($"static-routes/{route.Id}/"),
    };

    private static ApiResponse Create(ApiCall call)
    {
        var route = Read(call, null);
        call.State.StaticRoutes.Add(route);
        return ApiResponse.Json(Render(route));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var route = Find(call);
        call.DemandPermission();
        var wanted = Read(call, route);
        (route.Source, route.Destination, route.Gateway, route.Metric) = (wanted.Source, wanted.Destination, wanted.Gateway, wanted.Metric);
        call.State.StaticRoutes.Touch(route);
        return ApiResponse.Json(Render(route));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var route = Find(call);
        call.DemandPermission();
        call.State.StaticRoutes.Remove(route);
        return ApiResponse.NoContent();
    }

    private static SimulatedStaticRoute Read(ApiCall call, SimulatedStaticRoute? current)
    {
        var errors = new FieldErrors(call.Form);
        var source = ReadSubnet(call, errors, "source", current?.Source);
        var destination = ReadSubnet(call, errors, "destination", current?.Destination);
        var gateway = ReadGateway(call.Form, errors, current?.Gateway);
        var metric = errors.Number("metric", current?.Metric ?? 0, 0, int.MaxValue);
        if (gateway is not null && source is null)
            throw new ApiException(ApiResponse.Text(500, "'NoneType' object has no attribute 'get_ipnetwork'"));
        if (gateway is not null && !source!.Cidr.Contains(gateway))
            errors.Add("gateway_ip", $"Enter an IP address in {source.Cidr}.");
        if (source is not null && destination is not null && Problem(source, destination, gateway ?? current?.Gateway) is { } problem)
            errors.Add("__all__", problem);
        errors.ThrowIfAny();
        if (call.State.StaticRoutes.Exists(other =>
            other != current && other.Source == source && other.Destination == destination && other.Gateway.Equals(gateway)))
            throw new ApiException(
                ApiResponse.BareInvalid("__all__", "Static route with this Source, Destination and Gateway IP already exists."));
        return new()
        {
            Id = current?.Id ?? call.State.Ids.Next("staticroute"), Source = source!, Destination = destination!, Gateway = gateway!, Metric = metric,
        };
    }

    private static string? Problem(SimulatedSubnet source, SimulatedSubnet destination, IPAddress? gateway)
    {
        if (source == destination)
            return "source and destination cannot be the same subnet.";
        if (source.Cidr.BaseAddress.AddressFamily != destination.Cidr.BaseAddress.AddressFamily)
            return "source and destination must be the same IP version.";
        return gateway is null || source.Cidr.Contains(gateway) ? null : "gateway_ip must be with in the source subnet.";
    }

    private static IPAddress? ReadGateway(ParameterSet form, FieldErrors errors, IPAddress? current)
    {
        if (current is not null && !form.Has("gateway_ip"))
            return current;
        var text = errors.Text("gateway_ip");
        if (!IPAddress.TryParse(text, out var address) && text.Length > 0)
            errors.Add("gateway_ip", "Enter a valid IPv4 or IPv6 address.");
        return address;
    }

    private static SimulatedSubnet? ReadSubnet(ApiCall call, FieldErrors errors, string field, SimulatedSubnet? current)
    {
        if (current is not null && !call.Form.Has(field))
            return current;
        var text = errors.Text(field);
        return text.Length == 0 ? null : SiteSpecifiers.Subnets.Read(call.State, errors, field, text);
    }

    private static SimulatedStaticRoute Find(ApiCall call) => Lookup.ById(call, call.State.StaticRoutes, route => route.Id, "StaticRoute");
}

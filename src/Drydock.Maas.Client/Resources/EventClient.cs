using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>events/.</summary>
internal sealed class EventClient(ApiConnection api) : IEventClient
{
    public Task<EventPage> QueryAsync(EventFilter filter, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new RequestParameters()
            .AddAll("hostname", filter.Hostnames)
            .AddAll("id", filter.SystemIds)
            .AddAll("mac_address", filter.MacAddresses.Select(m => m.ToLowerInvariant()))
            .AddAll("zone", filter.Zones)
            .AddAll("domain", filter.Domains)
            .Add("agent_name", filter.AgentName)
            .Add("level", filter.Level)
            .Add("owner", filter.Owner)
            .Add("limit", filter.Limit)
            .Add("before", filter.Before)
            .Add("after", filter.After);
        return api.SendAsync<EventPage>(MaasRequest.Get("events/", "query", query), token);
    }
}

using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>events/.</summary>
internal sealed class EventClient(ApiConnection api, Func<MaasCapabilities> capabilities) : IEventClient
{
    private const int Page = 1000;
    private const int UsualLimit = 100;

    public async Task<EventPage> QueryAsync(EventFilter filter, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new RequestParameters()
            .AddAll("hostname", filter.Hostnames.SelectMany(HostnameSpellings.List))
            .AddAll("id", filter.SystemIds)
            .AddAll("mac_address", filter.MacAddresses.Select(MacNumber.Normalize))
            .AddAll("zone", filter.Zones)
            .AddAll("domain", filter.Domains)
            .Add("agent_name", filter.AgentName)
            .Add("level", filter.Level)
            .Add("owner", filter.Owner)
            .Add("limit", filter.Limit)
            .Add("before", filter.Before)
            .Add("after", filter.After);
        var page = await api.SendAsync<EventPage>(Routes.Query.ToRequest() with { Query = query }, token).ConfigureAwait(false);
        return capabilities().TellsTimesInUtc
            ? page
            : page with { Events = [.. page.Events.Select(happened => happened with { IsServerTime = true })] };
    }

    public async Task<IReadOnlyList<MaasEvent>> ListAsync(EventFilter filter, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var wanted = filter.Limit ?? UsualLimit;
        var events = new List<MaasEvent>();
        while (events.Count < wanted)
        {
            var limit = Math.Min(Page, wanted - events.Count);
            var page = await QueryAsync(filter with { Limit = limit }, token).ConfigureAwait(false);
            events.AddRange(page.Events);
            if (page.Events.Count < limit)
                break;
            filter = filter.After is null
                ? filter with { Before = page.Events.Min(e => e.Id) }
                : filter with { After = page.Events.Max(e => e.Id) };
        }

        return [.. events.OrderBy(e => e.Id)];
    }

    public async IAsyncEnumerable<MaasEvent> FollowAsync(
        EventFilter filter, TimeSpan interval, TimeProvider time, [EnumeratorCancellation] CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var last = filter.After ?? 0;
        while (true)
        {
            foreach (var happened in await ListAsync(filter, token).ConfigureAwait(false))
            {
                last = Math.Max(last, happened.Id);
                yield return happened;
            }

            await Task.Delay(interval, time, token).ConfigureAwait(false);
            filter = filter with { After = last, Before = null, Limit = int.MaxValue };
        }
    }

    private static class Routes
    {
        public static readonly ApiRoute Query = ApiRoute.Get("events/", "query");
    }
}

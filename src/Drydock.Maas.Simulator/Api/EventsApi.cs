using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>events/?op=query</c>, newest first.</summary>
internal sealed class EventsApi : IApiModule
{
    private const int DefaultLimit = 100;
    private const int MaximumLimit = 1000;

    private static readonly string[] Levels = ["AUDIT", "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"];

    public void Register(Router router) => router.Map("GET", "events/", "query", Query);

    private static ApiResponse Query(ApiCall call)
    {
        var limit = Number(call.Query, "limit", DefaultLimit);
        if (limit > MaximumLimit)
            return ApiResponse.Text(400, $"Requested number of events {limit} is greater than limit: {MaximumLimit}");
        if (call.Query.Has("after") && call.Query.Has("before"))
            throw new ApiException(ApiResponse.Text(400, "There is undetermined behaviour when both `after` and `before` are specified."));
        var found = Select(call, Math.Max(1, limit));
        return ApiResponse.Json(new JsonObject
        {
            ["count"] = found.Length,
            ["events"] = SiteJson.List(found, Render),
            ["next_uri"] = Link(call.Query, "after", found.Length > 0 ? found[0].Id : null),
            ["prev_uri"] = found.Length > 0 ? Link(call.Query, "before", found[^1].Id) : null,
        });
    }

    /// <summary>Newest first; after an event the oldest are taken, so that nothing is passed over.</summary>
    private static SimulatedEvent[] Select(ApiCall call, int limit)
    {
        var least = Level(call.Query.Get("level") ?? "INFO");
        var (before, after) = (Number(call.Query, "before", int.MaxValue), Number(call.Query, "after", 0));
        var all = call.State.Journal
            .Where(entry => entry.Id < before && entry.Id > after && IsOf(entry, least) && Matches(call.Query, entry))
            .OrderBy(entry => entry.Id).ToArray();
        var taken = call.Query.Has("after") ? all.Take(limit) : all.TakeLast(limit);
        return [.. taken.Reverse()];
    }

    /// <summary>The audit level stands alone.</summary>
    private static bool IsOf(SimulatedEvent entry, int least) => least == 0 ? Level(entry.Level) == 0 : Level(entry.Level) >= least;

    private static bool Matches(ParameterSet query, SimulatedEvent entry) =>
        Holds(query, "id", entry.Node.SystemId) && Holds(query, "hostname", entry.Node.Hostname)
        && (!query.Has("mac_address") || entry.Node.Interfaces.Exists(nic => Holds(query, "mac_address", nic.MacAddress)))
        && Holds(query, "zone", entry.Node.Zone.Name) && Holds(query, "domain", entry.Node.Domain.Name);

    private static bool Holds(ParameterSet query, string name, string value) => !query.Has(name) || query.GetAll(name).Contains(value);

    private static int Level(string name) => Array.IndexOf(Levels, name) is var rank and >= 0
        ? rank
        : throw new ApiException(ApiResponse.Text(400, $"Unrecognised log level: {name}"));

    private static JsonObject Render(SimulatedEvent entry) => new()
    {
        ["username"] = "unknown",
        ["node"] = entry.Node.SystemId,
        ["hostname"] = entry.Node.Hostname,
        ["id"] = entry.Id,
        ["level"] = entry.Level,
        ["created"] = entry.Created.ToString("ddd, dd MMM. yyyy HH:mm:ss", CultureInfo.InvariantCulture),
        ["type"] = entry.Type,
        ["description"] = entry.Description,
    };

    private static string Link(ParameterSet query, string edge, int? id)
    {
        var kept = query.Names.Where(name => name is not ("before" or "after"))
            .SelectMany(name => query.GetAll(name).Select(value => $"{name}={Uri.EscapeDataString(value)}"));
        var place = id is null ? [] : new[] { FormattableString.Invariant($"{edge}={id}") };
        return SiteJson.Root + "events/?" + string.Join('&', kept.Prepend("op=query").Concat(place));
    }

    private static int Number(ParameterSet query, string name, int otherwise)
    {
        if (query.Get(name) is not { } text)
            return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ApiException(ApiResponse.BareInvalid(name, "Please enter an integer value"));
    }
}

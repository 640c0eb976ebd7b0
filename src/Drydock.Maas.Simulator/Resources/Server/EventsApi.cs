using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary><c>events/?op=query</c>, newest first.</summary>
internal sealed class EventsApi : IApiModule
{
    private const int DefaultLimit = 100;
    private const int MaximumLimit = 1000;

    /// <summary>What the links to older and newer events say again.</summary>
    private static readonly string[] Kept = ["agent_name", "domain", "hostname", "id", "level", "limit", "mac_address", "zone", "owner"];

    private static readonly string[] Levels = ["AUDIT", "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"];

    public void Register(Router router) => router.Map("GET", "events/", "query", Query);

    private static ApiResponse Query(ApiCall call)
    {
        var (after, before) = (Number(call.Query, "after"), Number(call.Query, "before"));
        var level = call.Query.Get("level") ?? "INFO";
        var limit = Number(call.Query, "limit") ?? DefaultLimit;
        if (limit > MaximumLimit)
            return ApiResponse.Text(400, $"Requested number of events {limit} is greater than limit: {MaximumLimit}");
        var wrong = call.Query.GetAll("mac_address").Where(mac => !MacAddress.IsValid(mac)).ToList();
        if (wrong.Count > 0)
            return ApiResponse.Text(400, $"Invalid MAC address(es): {string.Join(", ", wrong)}");
        var least = Array.IndexOf(Levels, level);
        if (least < 0)
            return ApiResponse.Text(400, $"Unrecognised log level: {level}");
        if (after is not null && before is not null)
            return ApiResponse.Text(400, "There is undetermined behaviour when both `after` and `before` are specified.");
        var found = Select(call, least, after, before, Math.Max(1, limit));
        return ApiResponse.Json(new JsonObject
        {
            ["count"] = found.Length,
            ["events"] = ApiJson.List(found, Render),
            ["next_uri"] = Link(call.Query, "after", found.Length > 0 ? found[0].Id : before - 1),
            ["prev_uri"] = found.Length > 0 || after is not null ? Link(call.Query, "before", found.Length > 0 ? found[^1].Id : after + 1) : null,
        });
    }

    /// <summary>Newest first; after an event the oldest are taken, so that nothing is passed over.</summary>
    private static SimulatedEvent[] Select(ApiCall call, int least, int? after, int? before, int limit)
    {
        var all = call.State.Journal
            .Where(entry => (before is null || entry.Id < before) && (after is null || entry.Id > after) && HasLevel(entry, least)
                && IsSeen(call, entry.Node) && Matches(call.Query, entry))
            .OrderBy(entry => entry.Id).ToArray();
        var taken = after is not null ? all.Take(limit) : all.TakeLast(limit);
        return [.. taken.Reverse()];
    }

    /// <summary>The audit level stands alone.</summary>
    private static bool HasLevel(SimulatedEvent entry, int least) =>
        Array.IndexOf(Levels, entry.Level) is var level && (least == 0 ? level == 0 : level >= least);

    /// <summary>What happens to devices is not told; controllers are the administrators' business.</summary>
    private static bool IsSeen(ApiCall call, SimulatedNode node) =>
        node is not SimulatedDevice && (node is SimulatedMachine ? NodeRights.CanView(call.User, node) : call.SignedUser.IsSuperuser);

    private static bool Matches(ParameterSet query, SimulatedEvent entry) =>
        HoldsAny(query, "id", entry.Node.SystemId) && HoldsAny(query, "hostname", entry.Node.Hostname)
        && HoldsAny(query, "domain", entry.Node.Domain.Name)
        && (!query.Has("mac_address") || entry.Node.Interfaces.Exists(nic => HoldsAny(query, "mac_address", nic.MacAddress)))
        && Holds(query, "zone", entry.Node.Zone.Name) && Holds(query, "pool", (entry.Node as SimulatedMachine)?.Pool.Name)
        && Holds(query, "agent_name", (entry.Node as SimulatedMachine)?.AgentName ?? "") && Holds(query, "owner", entry.Username ?? "");

    private static bool HoldsAny(ParameterSet query, string name, string value) => !query.Has(name) || query.GetAll(name).Contains(value);

    /// <summary>Of these only the last value counts.</summary>
    private static bool Holds(ParameterSet query, string name, string? value) => !query.Has(name) || query.Get(name) == value;

    private static JsonObject Render(SimulatedEvent entry) => new()
    {
        ["username"] = entry.Username ?? "unknown",
        ["node"] = entry.Node.SystemId,
        ["hostname"] = entry.Node.Hostname,
        ["id"] = entry.Id,
        ["level"] = entry.Level,
        ["created"] = entry.Created.ToString("ddd, dd MMM. yyyy HH:mm:ss", CultureInfo.InvariantCulture),
        ["type"] = entry.Type,
        ["description"] = entry.Description,
    };

    /// <summary>The same query from another place on; parameters that nobody knows are left out.</summary>
    private static string Link(ParameterSet query, string edge, int? id)
    {
        var kept = query.Names.Where(Kept.Contains).SelectMany(name => query.GetAll(name).Select(value => $"{name}={Uri.EscapeDataString(value)}"));
        var place = id is null ? [] : new[] { FormattableString.Invariant($"{edge}={id}") };
        return ApiJson.Root + "events/?" + string.Join('&', kept.Prepend("op=query").Concat(place));
    }

    private static int? Number(ParameterSet query, string name) => query.Get(name) is not { } text ? null
        : int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ApiException(ApiResponse.Text(400, $"Invalid {name}: Please enter an integer value"));
}

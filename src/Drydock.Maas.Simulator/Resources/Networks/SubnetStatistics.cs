using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>The use of a subnet in numbers: <c>op=statistics</c>.</summary>
internal sealed class SubnetStatistics
{
    private const string Unused = "unused";

    private readonly List<UsedSpan> _spans;
    private readonly BigInteger _available;
    private readonly BigInteger _total;
    private readonly IPAddress _first;
    private readonly IPAddress _last;

    private SubnetStatistics(SimulatorState state, SimulatedSubnet subnet)
    {
        _spans = state.Addresses.GetWhole(subnet);
        (_first, _last) = (_spans[0].Start, _spans[^1].End);
        _available = Free.Aggregate(BigInteger.Zero, (sum, span) => sum + span.Size);
        _total = _spans.Aggregate(BigInteger.Zero, (sum, span) => sum + span.Size);
    }

    private IEnumerable<UsedSpan> Free => _spans.Where(span => span.Has(Unused));

    private bool IsV6 => _first.AddressFamily == AddressFamily.InterNetworkV6;

    public static ApiResponse Answer(ApiCall call)
    {
        var statistics = new SubnetStatistics(call.State, Lookup.Subnet(call));
        var withRanges = QueryFlag.Read(call.Query, "include_ranges");
        var withSuggestions = QueryFlag.Read(call.Query, "include_suggestions");
        var body = statistics.Render();
        if (withRanges)
            body["ranges"] = ApiJson.List(statistics._spans, span => SubnetUse.Render(span, withPurpose: true));
        if (withSuggestions)
            statistics.AddSuggestions(body);
        return ApiResponse.Json(body);
    }

    /// <summary>That a subnet has no more free addresses than so many; null where it has, or is too small to begin with.</summary>
    public static string? Exhaustion(SimulatorState state, SimulatedSubnet subnet, int threshold)
    {
        var statistics = new SubnetStatistics(state, subnet);
        if (statistics._available > threshold || statistics._total < 3 * (BigInteger)threshold)
            return null;
        var name = subnet.Name.Contains(subnet.Cidr.ToString(), StringComparison.Ordinal) ? subnet.Name : $"{subnet.Name} ({subnet.Cidr})";
        return FormattableString.Invariant(
            $"IP address exhaustion imminent on subnet: {name}. There are {statistics._available} free addresses out of {statistics._total} ({Percent(statistics.Usage)} used).");
    }

    private double Usage => (double)(_total - _available) / (double)_total;

    private static JsonNode Number(BigInteger number) => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture))!;

    private static string Percent(double share) =>
        Math.Round(share * 100, MidpointRounding.ToEven).ToString(CultureInfo.InvariantCulture) + "%";

    private JsonObject Render() => new()
    {
        ["num_available"] = Number(_available),
        ["largest_available"] = Number(Free.Select(span => span.Size).DefaultIfEmpty().Max()),
        ["num_unavailable"] = Number(_total - _available),
        ["total_addresses"] = Number(_total),
        ["usage"] = Usage,
        ["usage_string"] = Percent(Usage),
        ["available_string"] = Percent((double)_available / (double)_total),
        ["first_address"] = _first.ToString(),
        ["last_address"] = _last.ToString(),
        ["ip_version"] = IsV6 ? 6 : 4,
    };

    /// <summary>A gateway where there is none, and a dynamic range of at most a quarter of the subnet and half of what is free.</summary>
    private void AddSuggestions(JsonObject body)
    {
        var gateway = Has("gateway-ip") ? null : SuggestGateway();
        body["suggested_gateway"] = gateway?.ToString();
        body["suggested_dynamic_range"] = Has("dynamic") ? null : SuggestRange(gateway);
    }

    private bool Has(string purpose) => _spans.Exists(span => span.Has(purpose));

    private IPAddress? SuggestGateway()
    {
        if (IsV6)
            // It is the address before the first one that MAAS suggests, even where that lies outside.
            return _total <= 2 ? null : AddressOrder.Previous(_first);
        var free = Free.ToList();
        if (free.Count == 0)
            return null;
        return !free[0].Start.Equals(_first) && free[^1].End.Equals(_last) ? _last : free[0].Start;
    }

    private JsonObject? SuggestRange(IPAddress? gateway)
    {
        // Of gaps of the same size the last one.
        if (Free.Reverse().MaxBy(span => span.Size) is not { } largest || (gateway is not null && largest.Size == 1))
            return null;
        var (first, last) = (AddressOrder.ToNumber(largest.Start), AddressOrder.ToNumber(largest.End));
        if (gateway is not null && largest.Start.Equals(gateway))
            first++;
        else if (gateway is not null && largest.Contains(gateway))
            last--;
        var size = last - first + 1;
        var (quarter, half) = (_total >> 2, _available >> 1);
        first = size > quarter ? last - quarter : size >= half ? last - half + 1 : first;
        var start = AddressOrder.ToNumber(largest.Start);
        return first >= last ? null : SubnetUse.Render(
            new(AddressOrder.Shift(largest.Start, first - start), AddressOrder.Shift(largest.Start, last - start), "proposed-dynamic"), withPurpose: true);
    }
}

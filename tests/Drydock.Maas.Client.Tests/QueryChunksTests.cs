using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Tests;

public sealed class QueryChunksTests
{
    /// <summary>What nginx, in front of MAAS, takes for a whole request line.</summary>
    private const int LongestRequestLine = 8192;

    [Fact]
    public void No_value_is_one_query_with_the_other_filters() =>
        Assert.Equal([new("zone", "z1")], Assert.Single(Split("id", [])).Pairs);

    [Fact]
    public void A_few_values_are_one_query() =>
        Assert.Equal([new("zone", "z1"), new("id", "a"), new("id", "b")], Assert.Single(Split("id", ["a", "b"])).Pairs);

    [Fact]
    public void Many_values_are_spread_over_queries_each_value_once()
    {
        var ids = Enumerable.Range(0, 3000).Select(i => $"id{i:D4}").ToList();

        var queries = Split("id", ids);

        Assert.Equal(ids, queries.SelectMany(q => q.Pairs).Where(p => p.Key == "id").Select(p => p.Value));
        Assert.All(queries, q => Assert.Contains(new("zone", "z1"), q.Pairs));
    }

    [Fact]
    public void No_request_line_is_too_long_even_with_what_must_be_escaped()
    {
        var addresses = Enumerable.Range(0, 2000).Select(i => $"52:54:00:00:{i / 256:x2}:{i % 256:x2}").ToList();

        var queries = Split("mac_address", addresses);

        Assert.All(queries, q => Assert.InRange(Length(q), 1, LongestRequestLine));
        Assert.InRange(queries.Count, 2, 15);
    }

    [Fact]
    public void The_other_filters_count_too()
    {
        var tags = Enumerable.Range(0, 100).Select(i => $"a-rather-long-tag-{i:D10}").ToList();
        var ids = Enumerable.Range(0, 1000).Select(i => $"id{i:D4}").ToList();

        var queries = QueryChunks.Split("id", ids, () => new RequestParameters().AddAll("tags", tags)).ToList();

        Assert.All(queries, q => Assert.InRange(Length(q), 1, LongestRequestLine));
    }

    private static List<RequestParameters> Split(string name, IReadOnlyList<string> values) =>
        [.. QueryChunks.Split(name, values, () => new RequestParameters().Add("zone", "z1"))];

    private static int Length(RequestParameters query) =>
        "GET /MAAS/api/2.0/machines/?op=power_parameters& HTTP/1.1".Length
        + query.Pairs.Sum(p => p.Key.Length + Uri.EscapeDataString(p.Value).Length + 2);
}

namespace Drydock.Maas.Client.Http;

/// <summary>Splits long filter lists so that no address passes what servers take.</summary>
internal static class QueryChunks
{
    /// <summary>Characters that a query may have, so that no request line passes the 8 KiB of nginx.</summary>
    public const int LongestQuery = 6000;

    /// <summary>Queries that together ask for all values of the longest list; the other filters are in each.</summary>
    public static IEnumerable<RequestParameters> Split(string name, IReadOnlyList<string> values, Func<RequestParameters> others)
    {
        var query = others();
        var start = query.Pairs.Sum(p => Cost(p.Key, p.Value));
        var length = start;
        foreach (var value in values)
        {
            var cost = Cost(name, value);
            if (length > start && length + cost > LongestQuery)
            {
                yield return query;
                query = others();
                length = start;
            }

            query.Add(name, value);
            length += cost;
        }

        yield return query;
    }

    /// <summary>Characters of one parameter in a query.</summary>
    public static int Cost(string name, string value) => name.Length + Uri.EscapeDataString(value).Length + 2;
}

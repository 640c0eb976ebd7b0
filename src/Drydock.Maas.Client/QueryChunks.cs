namespace Drydock.Maas.Client;

/// <summary>Splits long filter lists so that no address passes what servers take.</summary>
internal static class QueryChunks
{
    private const int LongestQuery = 6000;

    /// <summary>Queries that together ask for all values of the longest list; the other filters are in each.</summary>
    public static IEnumerable<RequestParameters> Split(string name, IReadOnlyList<string> values, Func<RequestParameters> others)
    {
        var query = others();
        var length = 0;
        foreach (var value in values)
        {
            var cost = name.Length + value.Length + 2;
            if (length > 0 && length + cost > LongestQuery)
            {
                yield return query;
                query = others();
                length = 0;
            }

            query.Add(name, value);
            length += cost;
        }

        yield return query;
    }
}

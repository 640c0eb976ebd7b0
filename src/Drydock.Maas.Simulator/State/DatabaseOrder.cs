namespace Drydock.Maas.Simulator.State;

/// <summary>The order in which MAAS's database answers rows that nobody sorts: as they were last written.</summary>
internal static class DatabaseOrder
{
    /// <summary>Notes that a row has been written anew, be it with what it held before.</summary>
    public static void Touch<T>(this List<T> rows, T row)
        where T : class
    {
        if (rows.Remove(row))
            rows.Add(row);
    }
}

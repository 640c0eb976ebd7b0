using System.Globalization;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>What the paths of recorded volumes tell.</summary>
internal static class RecordedPath
{
    /// <summary>The number a partition's path ends in.</summary>
    public static int IndexOf(JsonObject partition) =>
        int.Parse(partition["path"]!.GetValue<string>().Split("-part")[^1], CultureInfo.InvariantCulture);
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>A reason for which answers may differ; it says of which requests and how.</summary>
internal sealed record KnownDifference(string Reason, string Request, string Difference)
{
    public static IReadOnlyList<KnownDifference> All { get; } = ContractReplay.ReadData("ContractExceptions.json")
        .Deserialize<KnownDifference[]>(JsonSerializerOptions.Web)!;

    /// <summary>Whether each difference of a recording has a known reason.</summary>
    public static bool Explain(Recording recording, IEnumerable<string> differences) =>
        differences.All(difference => All.Any(known => known.Covers(recording, difference)));

    public bool Covers(Recording recording, string difference) =>
        Regex.IsMatch(recording.Request, Request) && Regex.IsMatch(difference, Difference);
}

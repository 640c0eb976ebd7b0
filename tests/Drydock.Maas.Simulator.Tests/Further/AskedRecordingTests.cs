using Drydock.Maas.Simulator.Tests.Contract;

namespace Drydock.Maas.Simulator.Tests.Further;

/// <summary>Requests that were put to a real MAAS and to the simulator side by side, both holding the same site of three deployed machines.</summary>
public sealed class AskedRecordingTests(ITestOutputHelper output)
{
    /// <summary>Names that MAAS makes up are words of chance.</summary>
    private static readonly KnownDifference MadeUpNames = new(
        "Names that MAAS makes up are words of chance.",
        "^(POST|PUT|GET) .*/(machines|devices|nodes)/",
        "^\\$(\\[\\d+\\])?\\.(hostname|fqdn): \"[a-z]+-[a-z]+[.\"].* expected, \"[a-z]+-[a-z]+[.\"].* found$");

    [Theory]
    [InlineData("machines made and changed by form", 2000, 2199)]
    [InlineData("spaces, fabrics and VLANs", 2200, 2399)]
    [InlineData("subnets, ranges and routes", 2400, 2599)]
    [InlineData("tags, zones, pools, settings, domains, devices and keys", 2600, 2799)]
    [InlineData("notifications, keys, scripts, DNS, devices, events", 5000, 5999)]
    [InlineData("allocations", 6000, 6199)]
    [InlineData("operations on many machines", 6200, 6399)]
    [InlineData("files, networks, discoveries, users", 6400, 6599)]
    [InlineData("special mounts, datastores, layouts", 6600, 6699)]
    [InlineData("rescue mode and broken machines", 6700, 6799)]
    [InlineData("testing", 6800, 6899)]
    [InlineData("releases, deletions and what is not allowed", 6900, 6999)]
    [InlineData("definitions, kernels, snippets of nodes, annotations", 7000, 7199)]
    public void A_group_is_answered_as_recorded(string group, int first, int last)
    {
        var results = FurtherResults.Asked.Where(result => result.Recording.Number >= first && result.Recording.Number <= last).ToList();
        Assert.NotEmpty(results);
        var differing = results.Where(result => !IsExplained(result.Recording, result.Differences)).ToList();
        output.WriteLine($"{group}: {results.Count - differing.Count} of {results.Count} are answered alike.");
        foreach (var (recording, differences) in differing)
            output.WriteLine($"{recording.Label}: {string.Join("; ", differences)}");
        Assert.Empty(differing);
    }

    private static bool IsExplained(Recording recording, IReadOnlyList<string> differences) =>
        KnownDifference.Explain(recording, differences.Where(difference => !MadeUpNames.Covers(recording, difference)));
}

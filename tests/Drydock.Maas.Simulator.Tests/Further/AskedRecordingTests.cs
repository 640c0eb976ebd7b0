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

    /// <summary>Recordings of the later version that the simulator answers otherwise, by label; one that it has learnt to answer is to be taken off.</summary>
    private static readonly string[] Differing =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Further", "LaterDifferences.txt")).Where(line => line is not ['#', ..] and not "")];

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
    [InlineData("zones, pools, domains, DNS at errors", 8000, 8199)]
    [InlineData("fabrics to routes at errors", 8200, 8499)]
    [InlineData("interfaces and storage at errors", 8500, 8799)]
    [InlineData("machines at errors", 8800, 9099)]
    [InlineData("filters, results, images, users, settings at errors", 9100, 9499)]
    [InlineData("uploads, keys, notices, scripts, devices, settings", 9500, 9699)]
    [InlineData("odd filters, methods, paths, signatures and rights", 10000, 10399)]
    [InlineData("networks at their edges", 10400, 10699)]
    [InlineData("machines at their edges and at the wrong moment", 10700, 10999)]
    [InlineData("JSON bodies, interfaces and storage at their edges", 11000, 11399)]
    [InlineData("everything else at its edges", 11400, 11999)]
    public void A_group_is_answered_as_recorded(string group, int first, int last) => Hold(group, FurtherResults.Asked, first, last, []);

    [Theory]
    [InlineData("allocations", 6000, 6199)]
    [InlineData("operations on many machines", 6200, 6399)]
    [InlineData("files, networks, discoveries, users", 6400, 6599)]
    [InlineData("special mounts, datastores, layouts", 6600, 6699)]
    [InlineData("rescue mode and broken machines", 6700, 6799)]
    [InlineData("testing", 6800, 6899)]
    [InlineData("releases, deletions and what is not allowed", 6900, 6999)]
    [InlineData("definitions, kernels, snippets of nodes, annotations", 7000, 7199)]
    [InlineData("zones, pools, domains, DNS at errors", 8000, 8199)]
    [InlineData("fabrics to routes at errors", 8200, 8499)]
    [InlineData("interfaces and storage at errors", 8500, 8799)]
    [InlineData("machines at errors", 8800, 9099)]
    [InlineData("filters, results, images, users, settings at errors", 9100, 9499)]
    [InlineData("uploads, keys, notices, scripts, devices, settings", 9500, 9699)]
    [InlineData("odd filters, methods, paths, signatures and rights", 10000, 10399)]
    [InlineData("networks at their edges", 10400, 10699)]
    [InlineData("machines at their edges and at the wrong moment", 10700, 10999)]
    [InlineData("JSON bodies, interfaces and storage at their edges", 11000, 11399)]
    [InlineData("everything else at its edges", 11400, 11999)]
    public void A_group_is_answered_as_a_later_version_does(string group, int first, int last) =>
        Hold(group, FurtherResults.AskedLater, first, last, Differing);

    private void Hold(
        string group, IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> all, int first, int last, IReadOnlyList<string> known)
    {
        var results = all.Where(result => result.Recording.Number >= first && result.Recording.Number <= last).ToList();
        Assert.NotEmpty(results);
        var differing = results.Where(result => !IsExplained(result.Recording, result.Differences)).ToList();
        output.WriteLine($"{group}: {results.Count - differing.Count} of {results.Count} are answered alike.");
        foreach (var (recording, differences) in differing)
            output.WriteLine($"{recording.Label}: {string.Join("; ", differences)}");
        Assert.Empty(differing.Select(result => result.Recording.Label).Except(known));
    }

    private static bool IsExplained(Recording recording, IReadOnlyList<string> differences) =>
        KnownDifference.Explain(recording, differences.Where(difference => !MadeUpNames.Covers(recording, difference)));
}

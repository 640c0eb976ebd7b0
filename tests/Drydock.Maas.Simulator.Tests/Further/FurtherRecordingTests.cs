using Drydock.Maas.Simulator.Tests.Contract;

namespace Drydock.Maas.Simulator.Tests.Further;

/// <summary>Further recorded answers of a real MAAS, from a site with bonds, volume groups and seven disks a machine.</summary>
public sealed class FurtherRecordingTests(ITestOutputHelper output)
{
    /// <summary>Recordings that the simulator answers otherwise, by label; one that it has learnt to answer is to be taken off.</summary>
    private static readonly string[] Differing =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Further", "FurtherDifferences.txt")).Where(line => line is not ['#', ..] and not "")];

    [Theory]
    [InlineData("package repositories", 732, 767)]
    [InlineData("scripts", 768, 810)]
    [InlineData("script results", 811, 824)]
    [InlineData("DHCP snippets", 825, 850)]
    [InlineData("boot sources", 863, 886)]
    [InlineData("an image in chunks", 887, 906)]
    [InlineData("zones and pools", 947, 981)]
    [InlineData("subnets", 982, 1000)]
    [InlineData("VLANs", 1001, 1021)]
    [InlineData("static routes", 1025, 1037)]
    [InlineData("addresses", 1038, 1061)]
    [InlineData("filters", 1121, 1242)]
    [InlineData("RAID", 1266, 1301)]
    [InlineData("bcache", 1302, 1327)]
    [InlineData("interfaces", 1353, 1384)]
    [InlineData("locked machines", 1432, 1451)]
    [InlineData("power", 1452, 1469)]
    [InlineData("deployment", 1508, 1548)]
    public void A_group_is_answered_as_recorded(string group, int first, int last)
    {
        var results = FurtherResults.All.Where(result => result.Recording.Number >= first && result.Recording.Number <= last).ToList();
        Assert.NotEmpty(results);
        var differing = results.Where(result => !KnownDifference.Explain(result.Recording, result.Differences)).ToList();
        output.WriteLine($"{group}: {results.Count - differing.Count} of {results.Count} are answered alike.");
        foreach (var (recording, differences) in differing)
            output.WriteLine($"{recording.Label}: {string.Join("; ", differences)}");
        var learnt = Differing.Intersect(results.Select(result => result.Recording.Label)).Except(differing.Select(result => result.Recording.Label));
        output.WriteLine($"To be taken off the list: {string.Join(", ", learnt)}");
        Assert.Empty(differing.Select(result => result.Recording.Label).Except(Differing));
    }
}

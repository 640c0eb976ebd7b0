using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Other folders than the one the replay was made with: parts of it, other numbers, calls nobody knows.</summary>
public sealed class SubsetTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void Recordings_taken_away_are_asked_for_but_not_counted(int seed, int oneOf)
    {
        var all = Recording.ReadAll();
        var part = Part(all, seed, oneOf);
        var results = ContractResults.Replay(new(part, all));
        Report(results);
        Assert.Equal(part.Select(recording => recording.Label), results.Select(result => result.Recording.Label));
        Assert.DoesNotContain(results, result => !KnownDifference.Explain(result.Recording, result.Differences));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    [InlineData(4, 10)]
    public void A_part_of_the_recordings_alone_is_replayed_to_its_end(int seed, int oneOf)
    {
        var part = Part(Recording.ReadAll(), seed, oneOf);
        var results = ContractResults.Replay(new(part, []));
        Report(results);
        Assert.Equal(part.Length, results.Count);
        Assert.DoesNotContain(results, result => result.Differences.Any(text => text.Contains("Exception:", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_call_the_simulator_does_not_know_is_a_difference()
    {
        var unknown = new Recording(1, "001-unknown", JsonNode.Parse(
            """
            {"method": "POST", "path": "/MAAS/api/2.0/warp-drives/", "auth": "admin", "form": {"name": "x"}, "status": 200,
             "responseHeaders": {"content-type": "application/json; charset=utf-8"}, "responseBody": {"id": 1}}
            """)!.AsObject());
        var result = Assert.Single(ContractResults.Replay(new([unknown], [])));
        Assert.StartsWith("status: 200 expected, 404 found", result.Differences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Other_numbers_are_another_sequence()
    {
        var all = Recording.ReadAll();
        var moved = all.Select(recording => recording with { Number = recording.Number + 1 }).ToArray();
        Assert.False(new RecordedSequence(moved, all).IsKnown);
        Assert.Equal(moved.Length, ContractResults.Replay(new(moved, all)).Count);
    }

    private static Recording[] Part(IReadOnlyList<Recording> all, int seed, int oneOf)
    {
        var random = new Random(seed);
        return all.Where(_ => random.Next(oneOf) != 0).ToArray();
    }

    private void Report(IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> results)
    {
        var differing = results.Where(result => result.Differences.Count > 0).ToArray();
        output.WriteLine($"{results.Count - differing.Length} of {results.Count} agree.");
        foreach (var (recording, differences) in differing)
            output.WriteLine($"{recording.Label}: {string.Join("; ", differences)}");
    }
}

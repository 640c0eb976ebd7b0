using Drydock.Maas.Recordings;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>One replay of all recordings, in order, for all tests: state carries over from one to the next.</summary>
internal static class ContractResults
{
    private static readonly Lazy<IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)>> Replayed =
        new(Replay, LazyThreadSafetyMode.ExecutionAndPublication);

    public static IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> All => Replayed.Value;

    public static IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> Differing =>
        All.Where(result => result.Differences.Count > 0).ToArray();

    public static void Check(ITestOutputHelper output, Func<Recording, bool> filter)
    {
        var results = All.Where(result => filter(result.Recording)).ToArray();
        var differing = results.Where(result => result.Differences.Count > 0).ToArray();
        output.WriteLine($"{results.Length - differing.Length} of {results.Length} agree.");
        foreach (var (recording, differences) in differing)
            output.WriteLine($"{recording.Label}: {string.Join("; ", differences)}");
        Assert.Empty(differing.Where(result => !KnownDifference.Explain(result.Recording, result.Differences))
            .Select(result => result.Recording.Label));
    }

    /// <summary>Replays the recordings of a folder with what is known between them.</summary>
    public static IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> Replay(RecordedSequence sequence)
    {
        var time = new FakeTimeProvider(RecordedSite.Began);
        var replay = new ContractReplay(RecordedSite.Create(time, sequence.All), time, sequence);
        var results = replay.Run();
        if (sequence.IsWhole)
            Assert.Empty(replay.Refused);
        return results;
    }

    private static IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> Replay() =>
        Replay(new(Recording.ReadAll(), Recording.ReadFrom(RecordedFile.RepositoryFolder)));
}

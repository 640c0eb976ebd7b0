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

    /// <summary>What is known to differ; the file says why.</summary>
    public static IReadOnlyList<string> Exceptions =>
        ContractReplay.ReadData("ContractExceptions.json").AsObject().Select(member => member.Key).ToArray();

    public static void Check(ITestOutputHelper output, Func<Recording, bool> filter)
    {
        var results = All.Where(result => filter(result.Recording)).ToArray();
        var differing = results.Where(result => result.Differences.Count > 0).ToArray();
        output.WriteLine($"{results.Length - differing.Length} of {results.Length} agree.");
        foreach (var (recording, differences) in differing)
            output.WriteLine($"{recording.Label}: {string.Join("; ", differences)}");
        Assert.Empty(differing.Select(result => result.Recording.Label).Except(Exceptions));
    }

    private static IReadOnlyList<(Recording Recording, IReadOnlyList<string> Differences)> Replay()
    {
        var recordings = Recording.ReadAll();
        var time = new FakeTimeProvider(RecordedSite.Began);
        return new ContractReplay(RecordedSite.Create(time, recordings), time).Run(recordings);
    }
}

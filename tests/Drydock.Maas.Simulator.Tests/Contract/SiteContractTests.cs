namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Site objects, held against the recorded answers of a real MAAS.</summary>
public sealed class SiteContractTests(ITestOutputHelper output)
{
    [Fact]
    public void Site_requests_are_answered_as_recorded()
    {
        var known = ContractReplay.ReadData("ContractExceptions.json").AsObject();
        var results = new ContractReplay(RecordedSite.Create()).Run(Recording.ReadAll().Where(recording => !recording.ConcernsMachines));

        var differing = results.Where(result => result.Differences.Count > 0).ToArray();
        output.WriteLine($"{results.Count - differing.Length} of {results.Count} agree.");
        foreach (var (recording, differences) in differing)
            output.WriteLine($"{recording.Label}: {string.Join("; ", differences)}");

        var unknown = differing.Select(result => result.Recording.Label).Except(known.Select(member => member.Key)).ToArray();
        Assert.Empty(unknown);
    }

    [Fact]
    public void Exceptions_are_not_kept_longer_than_they_are_needed()
    {
        var known = ContractReplay.ReadData("ContractExceptions.json").AsObject().Select(member => member.Key);
        var results = new ContractReplay(RecordedSite.Create()).Run(Recording.ReadAll().Where(recording => !recording.ConcernsMachines));

        var needless = known.Except(results.Where(result => result.Differences.Count > 0).Select(result => result.Recording.Label)).ToArray();
        Assert.Empty(needless);
    }
}

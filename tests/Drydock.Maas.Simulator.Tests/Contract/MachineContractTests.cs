using Drydock.Maas.Recordings;
using Drydock.Maas.Simulator.Tests.Further;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Machines, held against the recorded answers of a real MAAS.</summary>
public sealed class MachineContractTests(ITestOutputHelper output)
{
    [Fact]
    public void Machine_requests_are_answered_as_recorded() => ContractResults.Check(output, recording => recording.ConcernsMachines);

    [Fact]
    public void Exceptions_are_not_kept_longer_than_they_are_needed()
    {
        Assert.SkipUnless(
            RecordedFile.Folder == RecordedFile.RepositoryFolder,
            $"The exceptions are those of the repository's recordings; {RecordedFile.Variable} names others.");
        var differing = ContractResults.Differing.Select(result => (result.Recording, (IEnumerable<string>)result.Differences))
            .Concat(FurtherResults.All.Concat(FurtherResults.Asked).Select(result => (result.Recording, (IEnumerable<string>)result.Differences))).ToList();
        Assert.DoesNotContain(KnownDifference.All, known => !differing.Exists(result => result.Item2.Any(text => known.Covers(result.Recording, text))));
    }

    [Fact]
    public void Nineteen_recordings_of_twenty_are_answered_alike()
    {
        output.WriteLine($"{ContractResults.All.Count - ContractResults.Differing.Count} of {ContractResults.All.Count} agree.");
        Assert.InRange(ContractResults.Differing.Count, 0, ContractResults.All.Count / 20);
    }
}

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Site objects, held against the recorded answers of a real MAAS.</summary>
public sealed class SiteContractTests(ITestOutputHelper output)
{
    [Fact]
    public void Site_requests_are_answered_as_recorded() => ContractResults.Check(output, recording => !recording.ConcernsMachines);
}

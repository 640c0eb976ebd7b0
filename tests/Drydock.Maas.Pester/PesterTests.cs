namespace Drydock.Maas.Pester;

/// <summary>Each test of tests/Pester as a test, so that they are counted and named among all others.</summary>
public sealed class PesterTests
{
    public static async Task<IReadOnlyCollection<TheoryDataRow<PesterResult>>> Results() =>
        [.. (await PesterSuite.RunAsync()).Select(r => new TheoryDataRow<PesterResult>(r)
        {
            TestDisplayName = r.ToString(),
            Label = "",
            Skip = r.Result == "Skipped" ? r.Message.Length > 0 ? r.Message : $"{r.File} skips it here." : null,
        })];

    // The suite runs when its tests are run, not when they are listed.
    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Results))]
    public void Passes_in_the_real_PowerShell(PesterResult test) =>
        Assert.True(test.Result == "Passed", $"{test} {test.Result}\n{test.Message}");
}

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Severities, suppression, what is remembered, and what it costs.</summary>
public sealed class ValidatorTests
{
    private static readonly (string, string) HostBits = ("cidr: 10.4.0.0/24", "cidr: 10.4.0.7/24");

    [Theory]
    [InlineData("CidrValidity", "DD3001")]
    [InlineData("DD2006", "DD3001")]
    public void A_severity_is_overridden_by_rule_or_code(string rule, string other)
    {
        var findings = Check(rule, ValidationSeverity.Info);
        Assert.Equal(ValidationSeverity.Info, findings.Single(f => f.Code == "DD2006").Severity);
        Assert.Equal(ValidationSeverity.Warning, findings.Single(f => f.Code == other).Severity);
    }

    [Theory]
    [InlineData("CidrValidity")]
    [InlineData("DD2006")]
    public void A_suppressed_rule_finds_nothing(string rule) => Check(rule, null).FoundNothing("CidrValidity");

    [Fact]
    public void An_identifier_goes_before_a_code()
    {
        var severities = new Dictionary<string, ValidationSeverity?> { ["DD2006"] = null, ["CidrValidity"] = ValidationSeverity.Warning };
        Check(severities).FoundWarning("CidrValidity", "host bits", "Network store");
    }

    [Fact]
    public void A_code_of_two_rules_stands_for_both()
    {
        var options = new ValidationOptions { Severities = new Dictionary<string, ValidationSeverity?> { ["DD2002"] = null } };
        var site = SoundSite.Read(("10.3.0.21", "10.4.0.21"), ("      data_disk:\n", "      sdx: {}\n      data_disk:\n"));
        var findings = DesignValidator.Validate(site, options, TestContext.Current.CancellationToken);
        findings.FoundNothing("IpLocalityCheck");
        findings.FoundNothing("StoragePartitioning");
    }

    [Fact]
    public void A_finding_names_file_and_line_of_its_documents()
    {
        var document = SoundSite.Check(HostBits).First(f => f.Code == "DD2006").Documents[0];
        Assert.Equal("site.yaml", document.File);
        Assert.Equal(
            SoundSite.Text.Split('\n').ToList().FindIndex(l => l.Contains("cidr: 10.4.0.0/24", StringComparison.Ordinal)) + 1, document.Line);
    }

    [Fact]
    public void Every_rule_has_an_identifier_of_its_own()
    {
        Assert.Equal(DesignValidator.Rules.Count, DesignValidator.Rules.Select(r => r.RuleId).Distinct().Count());
        var ours = DesignValidator.Rules.Skip(18).Select(r => r.Code).ToList();
        Assert.Equal(ours.Count, ours.Distinct().Count());
        Assert.Empty(ours.Intersect(DesignValidator.Rules.Take(18).Select(r => r.Code)));
    }

    [Fact]
    public void The_errors_of_a_design_are_looked_for_once()
    {
        var site = SoundSite.Read(HostBits);
        var errors = DesignValidator.FindErrors(site, TestContext.Current.CancellationToken);
        Assert.Equal(["DD2006"], errors.Select(e => e.Code));
        Assert.Same(errors, DesignValidator.FindErrors(site, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Validation_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Assert.Throws<OperationCanceledException>(
            () => DesignValidator.Validate(SoundSite.Read(), new ValidationOptions(), cancelled.Token));
    }

    [Fact]
    public void Ten_times_the_nodes_cost_ten_times_as_much()
    {
        var (small, large) = (LargeSite.Read(1_000), LargeSite.Read(10_000));
        Cost(small);
        var ratio = (double)Cost(large) / Cost(small);
        Assert.InRange(ratio, 5, 13);
    }

    private static long Cost(SiteDesign site)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        DesignValidator.Validate(site, new ValidationOptions(), TestContext.Current.CancellationToken);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IReadOnlyList<ValidationFinding> Check(string rule, ValidationSeverity? severity) =>
        Check(new Dictionary<string, ValidationSeverity?> { [rule] = severity });

    private static IReadOnlyList<ValidationFinding> Check(Dictionary<string, ValidationSeverity?> severities) =>
        DesignValidator.Validate(
            SoundSite.Read(HostBits), new ValidationOptions { Severities = severities }, TestContext.Current.CancellationToken);
}

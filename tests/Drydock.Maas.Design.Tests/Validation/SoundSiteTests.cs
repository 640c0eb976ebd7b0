namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>What is right is not complained about.</summary>
public sealed class SoundSiteTests
{
    public static TheoryData<string> Rules => [.. DesignValidator.Rules.Select(r => r.RuleId).Where(r => r != "PlatformSelection")];

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_rule_finds_anything_in_a_sound_site(string ruleId) => SoundSite.Check().FoundNothing(ruleId);

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_rule_finds_an_error_in_the_example_site(string ruleId)
    {
        var findings = DesignValidator.Validate(ExampleSite.Read(), new ValidationOptions(), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(findings, f => f.RuleId == ruleId && f.Severity == ValidationSeverity.Error);
    }

    [Fact]
    public void A_site_without_documents_is_only_warned_of()
    {
        var findings = DesignValidator.Validate(SiteDesign.Empty, new ValidationOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(["DD2006", "DD2002", "DD2002", "DD2005", "DD3001"], findings.Select(f => f.Code));
        Assert.All(findings, f => Assert.Equal(ValidationSeverity.Warning, f.Severity));
    }
}

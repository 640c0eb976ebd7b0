namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>What tests of rules say about findings.</summary>
internal static class FindingAssert
{
    /// <summary>The first thing the rule found is of that severity and about those documents, and its message says this.</summary>
    public static void Found(
        this IReadOnlyList<ValidationFinding> findings,
        string ruleId,
        ValidationSeverity severity,
        string message,
        params string[] documents)
    {
        var first = findings.FirstOrDefault(f => f.RuleId == ruleId);
        Assert.True(first is not null, $"{ruleId} found nothing:{Environment.NewLine}{string.Join(Environment.NewLine, findings)}");
        Assert.Equal(severity, first.Severity);
        Assert.Contains(message, first.Message, StringComparison.Ordinal);
        Assert.Equal(documents, first.Documents.Select(d => d.ToString()));
    }

    public static void FoundError(
        this IReadOnlyList<ValidationFinding> findings, string ruleId, string message, params string[] documents) =>
        findings.Found(ruleId, ValidationSeverity.Error, message, documents);

    public static void FoundWarning(
        this IReadOnlyList<ValidationFinding> findings, string ruleId, string message, params string[] documents) =>
        findings.Found(ruleId, ValidationSeverity.Warning, message, documents);

    public static void FoundNothing(this IReadOnlyList<ValidationFinding> findings, string ruleId) =>
        Assert.Empty(findings.Where(f => f.RuleId == ruleId).Select(f => f.ToString()));
}

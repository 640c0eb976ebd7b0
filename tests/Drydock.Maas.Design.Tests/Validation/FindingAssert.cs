namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>What tests of rules say about findings.</summary>
internal static class FindingAssert
{
    /// <summary>The rule found one thing, of that severity, about those documents (kind and name), and its message says this.</summary>
    public static void Found(
        this IReadOnlyList<ValidationFinding> findings, string ruleId, ValidationSeverity severity, string message, params string[] documents)
    {
        var all = findings.Where(f => f.RuleId == ruleId).ToList();
        Assert.True(all.Count == 1, $"One finding of {ruleId} is expected:{Environment.NewLine}{string.Join(Environment.NewLine, findings)}");
        Assert.Equal(severity, all[0].Severity);
        Assert.Contains(message, all[0].Message, StringComparison.Ordinal);
        Assert.Equal(documents, all[0].Documents.Select(d => d.ToString()));
        Assert.NotEmpty(all[0].Diagnostic);
    }

    public static void FoundError(this IReadOnlyList<ValidationFinding> findings, string ruleId, string message, params string[] documents) =>
        findings.Found(ruleId, ValidationSeverity.Error, message, documents);

    public static void FoundWarning(this IReadOnlyList<ValidationFinding> findings, string ruleId, string message, params string[] documents) =>
        findings.Found(ruleId, ValidationSeverity.Warning, message, documents);

    public static void FoundNothing(this IReadOnlyList<ValidationFinding> findings, string ruleId) =>
        Assert.DoesNotContain(findings, f => f.RuleId == ruleId);
}

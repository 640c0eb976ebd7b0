using System.Text.RegularExpressions;

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
        Assert.Contains(message, OfOne(first), StringComparison.Ordinal);
        Assert.Equal(documents.Order(StringComparer.Ordinal), About(first, documents).Order(StringComparer.Ordinal));
    }

    /// <summary>The finding's message as it would be if its first node alone had the mistake.</summary>
    private static string OfOne(ValidationFinding finding) => Regex.Replace(finding.Message, @"(\S+) \(and [^)]*\)", "$1");

    /// <summary>What it is about; its first node where one is expected, since the mistake may stand in a profile of that node.</summary>
    private static IEnumerable<string> About(ValidationFinding finding, string[] expected)
    {
        var documents = finding.Documents.Select(d => d.ToString());
        if (finding.Nodes.Count == 0 || !expected.Contains($"BaremetalNode {finding.Nodes[0]}"))
            return documents;
        var others = documents.Where(d => expected.Contains(d) && !finding.Nodes.Contains(d.Split(' ')[^1]));
        return expected.Where(e => finding.Nodes.Contains(e.Split(' ')[^1]) || documents.Contains(e)).Concat(others).Distinct();
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

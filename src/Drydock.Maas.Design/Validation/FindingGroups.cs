namespace Drydock.Maas.Design.Validation;

/// <summary>Says once what a rule found in one place, with the nodes it concerns.</summary>
internal static class FindingGroups
{
    private const int MostNamed = 4;

    public static IEnumerable<ValidationFinding> Merge(IEnumerable<ValidationFinding> findings) =>
        findings.GroupBy(Key).Select(Join);

    private static object Key(ValidationFinding finding) =>
        (
        finding.Severity,
        finding.MessageFor?.Invoke("") ?? finding.Message,
        finding.Diagnostic,
        finding.Subject ?? (finding.Documents is [var first, ..] ? first : null));

    private static ValidationFinding Join(IEnumerable<ValidationFinding> same)
    {
        var all = same.ToList();
        var nodes = all.SelectMany(f => f.Nodes).Distinct(StringComparer.Ordinal).ToList();
        return all[0] with
        {
            Nodes = nodes,
            Message = nodes.Count > 1 && all[0].MessageFor is { } message ? message(Names(nodes)) : all[0].Message,
            Documents = [.. all.SelectMany(f => f.Documents).Distinct()],
            MessageFor = null,
            Subject = null,
        };
    }

    private static string Names(List<string> nodes) => nodes.Count <= MostNamed
        ? $"{nodes[0]} (and {string.Join(", ", nodes.Skip(1))})"
        : FormattableString.Invariant($"{nodes[0]} (and {nodes.Count - 1} others)");
}

using Drydock.Maas.Design;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Collects what of a MAAS its design does not say.</summary>
internal sealed class ConversionFindings
{
    private readonly List<Noted> _all = [];

    /// <summary>All of them, the gravest first.</summary>
    public IReadOnlyList<ValidationFinding> All => [.. _all.GroupBy(n => n.Text).SelectMany(Join).OrderByDescending(f => f.Severity)];

    /// <summary>Something that a design cannot say, so that it was left out.</summary>
    public void AddLeftOut(string resource, string? property, string message, string remedy, params string[] nodes) =>
        Add("NotExpressible", "DD9101", ValidationSeverity.Warning, "Not expressible", (resource, property), message, remedy, nodes);

    /// <summary>A secret, which no design is given.</summary>
    public void AddSecret(string resource, string property, string message, string remedy, params string[] nodes) =>
        Add("SecretLeftOut", "DD9102", ValidationSeverity.Warning, "Secret left out", (resource, property), message, remedy, nodes);

    /// <summary>Something that MAAS does not tell.</summary>
    public void AddUnknown(string resource, string? property, string message, string remedy, params string[] nodes) =>
        Add("NotTold", "DD9103", ValidationSeverity.Info, "Not told by MAAS", (resource, property), message, remedy, nodes);

    /// <summary>What a planner would change of something that is as it is: that is what the design cannot say of it.</summary>
    public void AddChanges(IEnumerable<PlannedChange> changes, string remedy, params string[] nodes)
    {
        foreach (var change in changes)
            AddLeftOut($"{change.Kind} {change.Resource}", change.Property?.ToString(), $"a run would {change}", remedy, nodes);
    }

    private void Add(
        string id, string code, ValidationSeverity severity, string name, (string Resource, string? Property) about, string message, string remedy, string[] nodes) =>
        _all.Add(new(new(id, code, severity, name, about.Property, message, remedy), about.Resource, nodes));

    /// <summary>The same of several nodes is one finding.</summary>
    private static IEnumerable<ValidationFinding> Join(IGrouping<Text, Noted> same)
    {
        var (text, noted) = (same.Key, same.ToList());
        if (noted.Exists(n => n.Nodes.Count == 0))
            return noted.DistinctBy(n => n.Resource).Select(n => Make(text, n.Resource, n.Nodes));
        var resources = noted.Select(n => n.Resource).Distinct(StringComparer.Ordinal).ToList();
        return [Make(text, resources.Count == 1 ? resources[0] : FormattableString.Invariant($"{resources[0]} and {resources.Count - 1} more"), [.. noted.SelectMany(n => n.Nodes).Distinct(StringComparer.Ordinal)])];
    }

    private static ValidationFinding Make(Text text, string resource, IReadOnlyList<string> nodes) => new()
    {
        RuleId = text.Id,
        Code = text.Code,
        Severity = text.Severity,
        Message = $"{text.Name}: {resource}: {text.Message}.",
        Diagnostic = text.Remedy,
        Nodes = nodes,
        Resource = resource,
        Property = text.Property,
    };

    private sealed record Text(string Id, string Code, ValidationSeverity Severity, string Name, string? Property, string Message, string Remedy);

    private sealed record Noted(Text Text, string Resource, IReadOnlyList<string> Nodes);
}

using System.Runtime.CompilerServices;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation;

/// <summary>Validates designs by every rule.</summary>
public static class DesignValidator
{
    private static readonly ConditionalWeakTable<SiteDesign, IReadOnlyList<ValidationFinding>> Known = [];

    /// <summary>Every rule, in the order in which they are applied.</summary>
    public static IReadOnlyList<ValidationRuleInfo> Rules { get; } = [.. RuleSet.All.Select(r => r.Info)];

    /// <summary>Everything the rules find, in the order of the rules.</summary>
    public static IReadOnlyList<ValidationFinding> Validate(SiteDesign design, ValidationOptions options, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(design);
        ArgumentNullException.ThrowIfNull(options);
        var facts = new SiteFacts(design, options.Live, token);
        var findings = new List<ValidationFinding>();
        foreach (var rule in RuleSet.All)
        {
            token.ThrowIfCancellationRequested();
            findings.AddRange(options.Apply(rule.Info, FindingGroups.Merge(rule.Check(facts))));
        }

        var root = Root(design.Sources);
        return [.. findings.Select(f => f with { Root = root })];
    }

    /// <summary>The folder that all files of a site are in, with its last separator.</summary>
    private static string Root(IReadOnlyList<string> files)
    {
        if (files.Count == 0)
            return "";
        var first = files[0];
        var common = files.Select(f => f.Zip(first).TakeWhile(p => p.First == p.Second).Count()).Min();
        return first[..(first.AsSpan(0, common).LastIndexOfAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) + 1)];
    }

    /// <summary>The errors of a design, by its documents alone. A design never changes, so it is looked at once.</summary>
    public static IReadOnlyList<ValidationFinding> FindErrors(SiteDesign design, CancellationToken token)
    {
        if (Known.TryGetValue(design, out var known))
            return known;
        var errors = Validate(design, new ValidationOptions(), token).Where(f => f.Severity == ValidationSeverity.Error).ToList();
        Known.AddOrUpdate(design, errors);
        return errors;
    }
}

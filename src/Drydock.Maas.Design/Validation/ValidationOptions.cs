using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation;

/// <summary>Options of the validation of a design. Rules are named by identifier or code; a code names every rule that has it.</summary>
public sealed class ValidationOptions
{
    /// <summary>Severities that take the place of the rules' own; null suppresses the rule.</summary>
    public IReadOnlyDictionary<string, ValidationSeverity?> Severities { get; init; } = new Dictionary<string, ValidationSeverity?>();

    /// <summary>What a MAAS holds; without it nothing is compared with a server.</summary>
    public LiveSite? Live { get; init; }

    /// <summary>The rule's findings as wanted; identifiers go before codes.</summary>
    internal IEnumerable<ValidationFinding> Apply(ValidationRuleInfo rule, IEnumerable<ValidationFinding> findings)
    {
        if (!Severities.TryGetValue(rule.RuleId, out var severity) && !Severities.TryGetValue(rule.Code, out severity))
            return findings;
        return severity is { } wanted ? findings.Select(f => f with { Severity = wanted }) : [];
    }
}

namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>Makes a rule's findings; the message begins with the rule's name, as Drydock's do.</summary>
internal static class Findings
{
    public static ValidationFinding Error(
        this IValidationRule rule, string message, string diagnostic, params ValidationDocument[] about) =>
        Make(rule, ValidationSeverity.Error, message, diagnostic, about);

    public static ValidationFinding Warning(
        this IValidationRule rule, string message, string diagnostic, params ValidationDocument[] about) =>
        Make(rule, ValidationSeverity.Warning, message, diagnostic, about);

    public static ValidationFinding Note(
        this IValidationRule rule, string message, string diagnostic, params ValidationDocument[] about) =>
        Make(rule, ValidationSeverity.Info, message, diagnostic, about);

    /// <summary>An error of a node, told where it was written; nodes with the same mistake at the same place become one finding.</summary>
    public static ValidationFinding Error(
        this IValidationRule rule, NodeLocation place, NodeMessage message, string diagnostic, params ValidationDocument[] others) =>
        Make(rule, ValidationSeverity.Error, place, message, diagnostic, others);

    /// <summary>A warning of a node, told where it was written.</summary>
    public static ValidationFinding Warning(
        this IValidationRule rule, NodeLocation place, NodeMessage message, string diagnostic, params ValidationDocument[] others) =>
        Make(rule, ValidationSeverity.Warning, place, message, diagnostic, others);

    private static ValidationFinding Make(
        IValidationRule rule,
        ValidationSeverity severity,
        NodeLocation place,
        NodeMessage message,
        string diagnostic,
        ValidationDocument[] others) =>
        Make(rule, severity, message.For(place.Node.Name), diagnostic, [place.Document, .. others]) with
        {
            Nodes = [place.Node.Name],
            MessageFor = names => $"{rule.Info.Name}: {message.For(names)}",
        };

    private static ValidationFinding Make(
        IValidationRule rule, ValidationSeverity severity, string message, string diagnostic, ValidationDocument[] documents) => new()
        {
            RuleId = rule.Info.RuleId,
            Code = rule.Info.Code,
            Severity = severity,
            Message = $"{rule.Info.Name}: {message}",
            Diagnostic = diagnostic,
            Documents = documents,
        };
}

namespace Drydock.Maas.Design.Validation;

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

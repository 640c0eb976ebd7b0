namespace Drydock.Maas.Design.Validation;

/// <summary>Makes a rule's findings; the message begins with the rule's name, as Drydock's do.</summary>
internal static class Findings
{
    public static ValidationFinding Error(this IValidationRule rule, string message, string diagnostic, params ValidationDocument[] documents) =>
        Make(rule, ValidationSeverity.Error, message, diagnostic, documents);

    public static ValidationFinding Warning(this IValidationRule rule, string message, string diagnostic, params ValidationDocument[] documents) =>
        Make(rule, ValidationSeverity.Warning, message, diagnostic, documents);

    public static ValidationFinding Note(this IValidationRule rule, string message, string diagnostic, params ValidationDocument[] documents) =>
        Make(rule, ValidationSeverity.Info, message, diagnostic, documents);

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

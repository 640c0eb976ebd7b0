namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>One rule. It looks at the whole site once, in time linear in its size, and never throws for what a design may hold.</summary>
internal interface IValidationRule
{
    ValidationRuleInfo Info { get; }

    IEnumerable<ValidationFinding> Check(SiteFacts site);
}

using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Passwords of management controllers are written where a design was made of nothing or of a MAAS.</summary>
internal sealed class PlaceholderCredential : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(PlaceholderCredential),
        "DD4106",
        "Passwords To Be Written",
        "The password of a management controller is no placeholder; one that is one is never sent, so that it is a warning.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.Nodes.Where(n => n.Oob.Credential?.Reveal() == OobSettings.Placeholder).Select(n => this.Warning(
            site.At(n, "oob", "credential"),
            $"The password of the management controller of node {n} is a placeholder.",
            "Write the password there; until then MAAS keeps the one it has."));
}

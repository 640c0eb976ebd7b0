using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Authorized keys are public keys of SSH; line breaks within them are taken out, as Drydock does.</summary>
internal sealed class AuthorizedKeys : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(AuthorizedKeys),
        "DD3105",
        "Authorized Keys",
        "Authorized keys are public keys of SSH: type, key, comment.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Design.Region is not { } region)
            yield break;
        foreach (var (key, index) in region.AuthorizedKeys.Select((k, i) => (k, i)).Where(k => PublicKey.TryParse(k.k) is null))
        {
            yield return this.Error(
                $"The authorized key that begins with \"{key.Trim()[..Math.Min(key.Trim().Length, 24)]}\" is no public key of SSH; "
                + "MAAS refuses it.",
                "Write type, key and comment as in the .pub file, in one line, or take it out.",
                site.At(region, "authorized_keys", FormattableString.Invariant($"[{index}]")));
        }
    }
}

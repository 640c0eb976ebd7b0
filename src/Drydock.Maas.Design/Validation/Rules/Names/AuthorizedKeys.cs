using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Authorized keys are public keys of SSH; line breaks within them are taken out, as Drydock does.</summary>
internal sealed partial class AuthorizedKeys : IValidationRule
{
    private static readonly string[] Types =
    [
        "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
    ];

    public ValidationRuleInfo Info { get; } = new(
        nameof(AuthorizedKeys),
        "DD3105",
        "Authorized Keys",
        "Authorized keys are public keys of SSH: type, key, comment.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Design.Region is not { } region)
            yield break;
        foreach (var (key, index) in region.AuthorizedKeys.Select((k, i) => (k, i)).Where(k => !IsKey(k.k)))
        {
            yield return this.Error(
                $"The authorized key that begins with \"{key.Trim()[..Math.Min(key.Trim().Length, 24)]}\" is no public key of SSH; "
                + "MAAS refuses it.",
                "Write type, key and comment, separated by blanks, or take it out.",
                site.At(region, "authorized_keys", FormattableString.Invariant($"[{index}]")));
        }
    }

    private static bool IsKey(string text) =>
        text.ReplaceLineEndings("").Trim().Split(' ', 3) is [var type, var key, ..] && Types.Contains(type) && Base64().IsMatch(key);

    [GeneratedRegex(@"\A[A-Za-z0-9+/]{16,}={0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();
}

using System.Security.Cryptography;

namespace Drydock.Maas.Provisioning.SiteAccess;

/// <summary>A public SSH key; two with other comments are the same key.</summary>
/// <param name="Type">For instance ssh-ed25519.</param>
/// <param name="Body">The key itself as base64.</param>
/// <param name="Comment">What its owner calls it; may be empty.</param>
internal sealed record PublicKey(string Type, string Body, string Comment)
{
    /// <summary>The key as MAAS keeps it: one line.</summary>
    public string Line => Comment.Length == 0 ? $"{Type} {Body}" : $"{Type} {Body} {Comment}";

    /// <summary>The fingerprint as ssh-keygen shows it.</summary>
    public string Fingerprint => "SHA256:" + Convert.ToBase64String(SHA256.HashData(Convert.FromBase64String(Body))).TrimEnd('=');

    /// <summary>What tells it from others in a plan.</summary>
    public string Name => Comment.Length == 0 ? Fingerprint : $"{Comment} ({Fingerprint})";

    /// <summary>Reads a key that may be folded over several lines; null when the text is none.</summary>
    public static PublicKey? TryParse(string text)
    {
        var line = text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
        var parts = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2
            || !IsType(parts[0])
            || !Convert.TryFromBase64String(parts[1], new byte[parts[1].Length], out var size)
            || size == 0)
            return null;
        return new(parts[0], parts[1], string.Join(' ', parts.Skip(2)));
    }

    public bool IsSameAs(PublicKey other) => Type == other.Type && Body == other.Body;

    private static bool IsType(string text) =>
        text.StartsWith("ssh-", StringComparison.Ordinal) || text.StartsWith("ecdsa-", StringComparison.Ordinal)
        || text.StartsWith("sk-", StringComparison.Ordinal);
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Drydock.Maas.Design;

/// <summary>A public SSH key; two with other comments are the same key.</summary>
/// <param name="Type">For instance ssh-ed25519.</param>
/// <param name="Body">The key itself as base64.</param>
/// <param name="Comment">What its owner calls it; may be empty.</param>
internal sealed record PublicKey(string Type, string Body, string Comment)
{
    private static readonly string[] Types =
    [
        "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
        "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
    ];

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
        if (parts.Length < 2 || !Types.Contains(parts[0]) || !IsBody(parts[1], parts[0]))
            return null;
        return new(parts[0], parts[1], string.Join(' ', parts.Skip(2)));
    }

    public bool IsSameAs(PublicKey other) => Type == other.Type && Body == other.Body;

    /// <summary>The body begins with the type once more, its length before it; one that was cut or copied badly does not, or is no base64.</summary>
    private static bool IsBody(string body, string type)
    {
        var bytes = new byte[body.Length];
        return Convert.TryFromBase64String(body, bytes, out var size)
            && size > sizeof(int) + type.Length
            && BinaryPrimitives.ReadInt32BigEndian(bytes) == type.Length
            && Encoding.ASCII.GetString(bytes, sizeof(int), type.Length) == type;
    }
}

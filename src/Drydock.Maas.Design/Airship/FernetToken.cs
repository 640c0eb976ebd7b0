using System.Security.Cryptography;
using System.Text;

namespace Drydock.Maas.Design.Airship;

/// <summary>A Fernet token (version 0x80, time, initial vector, AES-128-CBC, HMAC-SHA256), with pegleg's way from a passphrase to its key.</summary>
internal static class FernetToken
{
    private const int Iterations = 10_000;
    private const int KeyLength = 32;
    private const int Half = KeyLength / 2;
    private const byte Version = 0x80;
    private const int Head = 1 + 8 + 16;
    private const int TagLength = 32;

    /// <summary>The key that pegleg derives from passphrase and salt.</summary>
    public static byte[] DeriveKey(string passphrase, string salt) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(passphrase), Encoding.UTF8.GetBytes(salt), Iterations, HashAlgorithmName.SHA256, KeyLength);

    /// <summary>Whether a text is such a token: version and time begin all of them alike.</summary>
    public static bool Is(string text) => text.StartsWith("gAAAAA", StringComparison.Ordinal);

    /// <summary>The text behind a token; null when the key is not the one it was made with, or the token is damaged.</summary>
    public static string? Decrypt(string token, byte[] key)
    {
        if (Decode(token) is not { Length: >= Head + TagLength } bytes || bytes[0] != Version)
            return null;
        var body = bytes.AsSpan(0, bytes.Length - TagLength);
        var tag = bytes.AsSpan(bytes.Length - TagLength);
        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key.AsSpan(0, Half), body), tag))
            return null;
        using var aes = Aes.Create();
        aes.Key = key[Half..];
        try
        {
            return Utf8Text.OrNull(aes.DecryptCbc(body[Head..], body.Slice(Head - 16, 16)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[]? Decode(string token)
    {
        try
        {
            return Convert.FromBase64String(token.Replace('-', '+').Replace('_', '/'));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

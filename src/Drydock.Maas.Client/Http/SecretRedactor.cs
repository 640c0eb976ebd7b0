using System.Text.RegularExpressions;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Design;
using Drydock.Maas.Security;

namespace Drydock.Maas.Client.Http;

/// <summary>
/// Masks what a connection keeps secret in every text that leaves the client: servers and proxies repeat what they were sent, in
/// refusals, titles of pages and redirections. The key of the connection is known, as are the passwords within a request.
/// </summary>
internal sealed partial class SecretRedactor
{
    // Shorter ones are no keys of MAAS and would be found in every other word.
    private const int ShortestKey = 8;
    private const int ShortestPassword = 4;

    private static readonly string[] PasswordNames = ["pass", "secret", "token", "k_g"];

    private readonly string[] _keys;

    public SecretRedactor(MaasApiKey key) =>
        _keys = [.. new[] { key.Secret, key.Token, key.Consumer }.Where(part => part.Length >= ShortestKey).SelectMany(Spellings)];

    /// <summary>A text about a request, without secrets.</summary>
    public string Redact(MaasRequest request, string text)
    {
        text = SignedValue().Replace(UrlCredential.Hide(text), "${name}" + Secret.Mask);
        foreach (var secret in _keys.Concat(GetPasswords(request)))
            text = text.Replace(secret, Secret.Mask, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>The cause of an error, unless it would tell a secret.</summary>
    public Exception? Redact(MaasRequest request, Exception? cause)
    {
        for (var inner = cause; inner is not null; inner = inner.InnerException)
        {
            if (Redact(request, inner.Message) != inner.Message)
                return null;
        }

        return cause;
    }

    private static IEnumerable<string> GetPasswords(MaasRequest request) => request.Form.Pairs
        .Where(p => p.Value.Length >= ShortestPassword && PasswordNames.Any(n => p.Key.Contains(n, StringComparison.OrdinalIgnoreCase)))
        .SelectMany(p => Spellings(p.Value));

    private static IEnumerable<string> Spellings(string secret) =>
        new[] { secret, Uri.EscapeDataString(secret), System.Net.WebUtility.HtmlEncode(secret) }.Distinct(StringComparer.Ordinal);

    // Linear: a time limit would fail on a busy machine, and hide the error that is told.
    [GeneratedRegex("""(?<name>oauth_(signature|token|consumer_key)(["']|&quot;)?\s*(=|:|%3D)\s*(["']|&quot;|%22)?)[^"'\s,;<>]+""",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex SignedValue();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Checks OAuth 1.0 PLAINTEXT credentials in MAAS's order and with its words.</summary>
internal sealed partial class OAuthVerifier(SimulatorState state)
{
    private const int ThresholdSeconds = 300;

    private static readonly string[] Required =
        ["oauth_consumer_key", "oauth_token", "oauth_signature", "oauth_signature_method", "oauth_timestamp", "oauth_nonce"];

    private readonly HashSet<string> _nonces = new(StringComparer.Ordinal);
    private readonly Queue<(long Timestamp, string Nonce)> _nonceAges = new();
    private string? _newest;

    /// <summary>The user who signed; null when there is no complete signature.</summary>
    public SimulatedUser? Verify(string? authorization)
    {
        _newest = null;
        var fields = Fields(authorization);
        if (!Required.All(fields.ContainsKey))
            return null;
        var (user, token) = FindToken(fields);
        CheckTimestamp(fields["oauth_timestamp"]);
        CheckNonce(token, fields["oauth_nonce"]);
        CheckSignature(token, fields);
        return user;
    }

    /// <summary>The nonce of the latest request may be used again: what it wrote was taken back, and the nonce with it.</summary>
    public void ReleaseNonce()
    {
        if (_newest is not null)
            _nonces.Remove(_newest);
    }

    private static Dictionary<string, string> Fields(string? authorization)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (authorization?.StartsWith("OAuth ", StringComparison.OrdinalIgnoreCase) != true)
            return fields;
        foreach (Match match in Field().Matches(authorization[6..]))
            fields[match.Groups[1].Value] = Uri.UnescapeDataString(match.Groups[2].Value);
        return fields;
    }

    private static void CheckSignature(SimulatedToken token, Dictionary<string, string> fields)
    {
        if (fields["oauth_signature_method"] is var method and not "PLAINTEXT")
            throw Refuse($"Signature method {method} not supported try one of the following: PLAINTEXT, HMAC-SHA1");
        if (fields["oauth_signature"] != "&" + token.Secret)
            throw Refuse($"Invalid signature. Expected signature base string: &{token.Secret}");
    }

    private static ApiException Refuse(string message) => RefuseIn($"Authorization Error: '{message}'");

    private static ApiException RefuseIn(string text) =>
        new(ApiResponse.Text(401, text) with
        {
            ContentType = ApiResponse.HtmlType,
            Headers = ApiResponse.Header("WWW-Authenticate", "OAuth realm=\"OAuth\""),
        });

    private (SimulatedUser User, SimulatedToken Token) FindToken(Dictionary<string, string> fields)
    {
        var known = state.Users.SelectMany(user => user.Tokens.Select(token => (user, token))).ToArray();
        if (known.All(pair => pair.token.Consumer != fields["oauth_consumer_key"]))
            throw RefuseIn("Authorization Error: Invalid API key.");
        var match = known.FirstOrDefault(pair =>
            pair.token.Key == fields["oauth_token"] && pair.token.Consumer == fields["oauth_consumer_key"]);
        return match.token is null ? throw Refuse($"Invalid access token: {fields["oauth_token"]}") : match;
    }

    private void CheckTimestamp(string text)
    {
        // Credentials age in real time: a client's clock is not sped up with the simulation.
        var now = state.Clock.Time.GetUtcNow().ToUnixTimeSeconds();
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) || now - given > ThresholdSeconds)
            throw Refuse($"Expired timestamp: given {text} and now {now} has a greater difference than threshold {ThresholdSeconds}");
    }

    private void CheckNonce(SimulatedToken token, string nonce)
    {
        var now = state.Clock.Time.GetUtcNow().ToUnixTimeSeconds();
        while (_nonceAges.TryPeek(out var oldest) && now - oldest.Timestamp > 2 * ThresholdSeconds)
            _nonces.Remove(_nonceAges.Dequeue().Nonce);
        var key = token.Key + ' ' + nonce;
        if (!_nonces.Add(key))
            throw Refuse($"Nonce already used: {nonce}");
        _nonceAges.Enqueue((now, key));
        _newest = key;
    }

    [GeneratedRegex("([A-Za-z_]+)=\"([^\"]*)\"")]
    private static partial Regex Field();
}

using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Signs a request in the way a recording describes, mistakes included.</summary>
internal sealed partial class RecordedCredentials(SimulatorState state)
{
    private int _nonce;

    /// <summary>The Authorization header, or null for none.</summary>
    public string? For(string auth)
    {
        if (auth.StartsWith("none", StringComparison.Ordinal))
            return null;
        var token = TokenOf(auth.StartsWith("user", StringComparison.Ordinal) ? "user1" : "admin");
        var old = auth.Contains("one hour old", StringComparison.Ordinal) ? 3600 : 0;
        var fields = new Dictionary<string, string>
        {
            ["oauth_consumer_key"] = auth == "unknown consumer" ? "nobody" : token.Consumer,
            ["oauth_token"] = auth == "unknown token key" ? "nobody" : token.Key,
            ["oauth_signature_method"] = auth.Contains("HMAC-SHA256", StringComparison.Ordinal) ? "HMAC-SHA256" : "PLAINTEXT",
            ["oauth_timestamp"] = $"{state.Clock.Time.GetUtcNow().ToUnixTimeSeconds() - old}",
            ["oauth_nonce"] = auth.Contains("same nonce", StringComparison.Ordinal) ? $"{_nonce}" : $"{++_nonce}",
            ["oauth_signature"] = "&" + (auth == "wrong token secret" ? "wrong" : token.Secret),
        };
        if (auth == "no oauth_nonce")
            fields.Remove("oauth_nonce");
        return "OAuth " + string.Join(", ", fields.Select(field => $"{field.Key}=\"{Uri.EscapeDataString(field.Value)}\""));
    }

    /// <summary>Texts of authorization errors without the part that is different each time.</summary>
    public static string Hide(string text) => Changing().Replace(text, "…");

    private SimulatedToken TokenOf(string username)
    {
        var user = state.Users.Find(user => user.Username == username) ?? AddUser(username);
        if (user.Tokens.Count == 0)
            user.Tokens.Add(new() { Consumer = state.Ids.NextKey(18), Key = state.Ids.NextKey(18), Secret = state.Ids.NextKey(32) });
        return user.Tokens[0];
    }

    /// <summary>A user whose making is not among the recordings.</summary>
    private SimulatedUser AddUser(string username)
    {
        var user = new SimulatedUser { Username = username, Email = $"{username}@example.com" };
        state.Users.Add(user);
        return user;
    }

    [GeneratedRegex("(?<=base string: &|access token: |already used: )[^']+|(?<=given )\\d+|(?<=now )\\d+")]
    private static partial Regex Changing();
}

using System.Globalization;
using Drydock.Maas.Client.Connection;
using RestSharp;
using RestSharp.Authenticators;

namespace Drydock.Maas.Client.Http;

/// <summary>A number used once, and the second it is used in.</summary>
internal sealed record OAuthNonce(string Value, DateTimeOffset Time);

/// <summary>Signs a request with a nonce that was chosen for it, as the client's own authenticator does with one of chance.</summary>
internal sealed class NonceAuthenticator(MaasApiKey key, OAuthNonce nonce) : IAuthenticator
{
    public ValueTask Authenticate(IRestClient client, RestRequest request, CancellationToken cancellationToken = default)
    {
        var time = nonce.Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        (string Name, string Value)[] fields =
        [
            ("oauth_consumer_key", key.Consumer), ("oauth_token", key.Token), ("oauth_nonce", nonce.Value), ("oauth_timestamp", time),
            ("oauth_signature_method", "PLAINTEXT"), ("oauth_signature", $"&{key.Secret}"), ("oauth_version", "1.0"),
        ];
        var header = string.Join(", ", fields.Select(f => $"{f.Name}=\"{Uri.EscapeDataString(f.Value)}\""));
        request.AddOrUpdateParameter(new HeaderParameter(KnownHeaders.Authorization, $"OAuth {header}"));
        return ValueTask.CompletedTask;
    }
}

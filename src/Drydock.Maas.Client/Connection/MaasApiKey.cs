namespace Drydock.Maas.Client.Connection;

/// <summary>The three parts of an API key. Its text form shows none of them.</summary>
internal sealed class MaasApiKey
{
    private MaasApiKey(string consumer, string token, string secret)
    {
        Consumer = consumer;
        Token = token;
        Secret = secret;
    }

    public string Consumer { get; }

    public string Token { get; }

    public string Secret { get; }

    public static MaasApiKey Parse(string key)
    {
        var parts = key.Trim().Split(':');
        return parts.Length == 3 && parts.All(p => p.Length > 0 && !p.Any(char.IsWhiteSpace))
            ? new(parts[0], parts[1], parts[2])
            : throw new MaasConnectionException(
                ErrorIds.InvalidApiKey, "The API key must have three parts, consumer:token:secret, as MAAS shows it under API keys.");
    }

    public override string ToString() => "(API key)";
}

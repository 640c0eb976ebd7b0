using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Tests.Fakes;

/// <summary>Clients over a fake MAAS.</summary>
internal static class Clients
{
    public const string ApiKey = "consumerpart:tokenpart:secretpart";
    public const string Url = "http://maas.example.com:5240/MAAS";

    public static MaasConnectionOptions Options => new() { Url = Url, ApiKey = ApiKey };

    /// <summary>A client whose connection is verified: it repeats what may be repeated.</summary>
    public static MaasClient Of(HttpMessageHandler handler, TimeProvider? time = null)
    {
        var client = Unverified(handler, Of(time));
        client.Establish();
        return client;
    }

    /// <summary>A client as it is while connecting.</summary>
    public static MaasClient Unverified(HttpMessageHandler? handler, MaasConnectionOptions? options = null)
    {
        options ??= Options;
        return new MaasClient(new MaasTransport(MaasUrl.Normalize(options.Url), MaasApiKey.Parse(options.ApiKey), options, handler));
    }

    private static MaasConnectionOptions Of(TimeProvider? time) =>
        new() { Url = Url, ApiKey = ApiKey, TimeProvider = time ?? TimeProvider.System };
}

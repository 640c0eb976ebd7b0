using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using RestSharp;

namespace Drydock.Maas.Client;

/// <summary>Typed requests: what every resource is built on.</summary>
internal sealed class ApiConnection(MaasTransport transport)
{
    private static readonly MaasJson Json = new(CreateOptions());

    public MaasTransport Transport => transport;

    /// <summary>The generated description of a type that MAAS answers with.</summary>
    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Json.Options.GetTypeInfo(typeof(T));

    /// <summary>Sends a request whose answer is JSON.</summary>
    public async Task<T> SendAsync<T>(MaasRequest request, CancellationToken token)
    {
        var answer = await transport.SendAsync(request, token).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(answer.RawBytes ?? [], TypeOf<T>())
                ?? throw NotMaas(request, answer, "null", null);
        }
        catch (JsonException e)
        {
            throw NotMaas(request, answer, e.Message, e);
        }
    }

    /// <summary>Reads a list.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(MaasRequest request, CancellationToken token) =>
        await SendAsync<List<T>>(request, token).ConfigureAwait(false);

    /// <summary>Sends a request whose answer, if any, does not matter.</summary>
    public Task SendAsync(MaasRequest request, CancellationToken token) => transport.SendAsync(request, token);

    /// <summary>Sends a request whose answer is not JSON.</summary>
    public async Task<byte[]> SendForBytesAsync(MaasRequest request, CancellationToken token) =>
        (await transport.SendAsync(request, token).ConfigureAwait(false)).RawBytes ?? [];

    private MaasConnectionException NotMaas(MaasRequest request, RestResponse answer, string why, Exception? cause)
    {
        var type = answer.ContentType ?? "nothing";
        return new MaasConnectionException(
            "NotMaas", $"{transport.Url} answered {request} with {type} that is not what MAAS sends ({why}). Is this the address of a MAAS?", cause)
        {
            WriteMayHaveHappened = !request.IsRead,
        };
    }

    private static JsonSerializerOptions CreateOptions() => new(MaasJson.Default.Options)
    {
        Converters = { new InterfaceParametersConverter(), new EmptyNumberConverter() },
    };
}

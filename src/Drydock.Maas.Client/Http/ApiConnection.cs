using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Drydock.Maas.Client.Json;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Http;

/// <summary>Typed requests: what every resource is built on.</summary>
internal sealed class ApiConnection
{
    private readonly JsonSerializerOptions _json;

    public ApiConnection(MaasTransport transport)
    {
        Transport = transport;
        Origin = new SessionOrigin(transport.Url);
        _json = new JsonSerializerOptions(MaasJson.Default.Options)
        {
            DefaultBufferSize = 64 * 1024,
            Converters = { new InterfaceParametersConverter() },
            TypeInfoResolver = MaasJson.Default.WithAddedModifier(Mark),
        };
    }

    public MaasTransport Transport { get; }

    /// <summary>What every object read here says it comes from.</summary>
    public SessionOrigin Origin { get; }

    /// <summary>Sends a request whose answer is JSON.</summary>
    public async Task<T> SendAsync<T>(MaasRequest request, CancellationToken token) =>
        await TrySendAsync<T>(request, token).ConfigureAwait(false) ?? throw NotMaas(request, "JSON", "null", null);

    /// <summary>Sends a request whose answer is JSON; default where MAAS answers null, which is what it does when there is nothing to tell.</summary>
    public async Task<T?> TrySendAsync<T>(MaasRequest request, CancellationToken token)
    {
        var answer = await Transport.SendAsync(request, token).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(answer.RawBytes ?? [], GetJsonType<T>());
        }
        catch (JsonException e)
        {
            throw NotMaas(request, answer.ContentType ?? "nothing", e.Message, e);
        }
    }

    /// <summary>Reads a list.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(MaasRequest request, CancellationToken token) =>
        await SendAsync<List<T>>(request, token).ConfigureAwait(false);

    /// <summary>Reads a list while it comes: each item is handed out as soon as it is whole.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(MaasRequest request, [EnumeratorCancellation] CancellationToken token)
    {
        var response = await Transport.OpenAsync(request, token).ConfigureAwait(false);
        await using var closing = response.Body.ConfigureAwait(false);
        var items = JsonSerializer.DeserializeAsyncEnumerable(response.Body, GetJsonType<T>(), token).GetAsyncEnumerator(token);
        await using var ending = items.ConfigureAwait(false);
        while (await NextAsync(items, request, response.ContentType, token).ConfigureAwait(false))
        {
            if (items.Current is { } item)
                yield return item;
        }
    }

    /// <summary>Sends a request whose answer, if any, does not matter.</summary>
    public Task SendAsync(MaasRequest request, CancellationToken token) => Transport.SendAsync(request, token);

    /// <summary>Sends a request whose answer is not JSON.</summary>
    public async Task<byte[]> SendForBytesAsync(MaasRequest request, CancellationToken token) =>
        (await Transport.SendAsync(request, token).ConfigureAwait(false)).RawBytes ?? [];

    private async Task<bool> NextAsync<T>(IAsyncEnumerator<T?> items, MaasRequest request, string type, CancellationToken token)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (JsonException e)
        {
            throw NotMaas(request, type, e.Message, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !token.IsCancellationRequested)
        {
            throw TransportErrors.Describe(request, Transport.Route, e);
        }
    }

    /// <summary>Once connected the address is a MAAS's, and what cannot be read comes from something in between.</summary>
    private MaasConnectionException NotMaas(MaasRequest request, string type, string why, Exception? cause)
    {
        var route = Transport.Route;
        var what = route.Redactor.Redact(request, $"{route.Url} answered {request} with {type} that is not what MAAS sends ({why}).");
        var redacted = route.Redactor.Redact(request, cause);
        if (!Transport.IsEstablished)
            return new(ErrorIds.NotMaas, $"{what} Is this the address of a MAAS?", redacted) { WriteMayHaveHappened = !request.IsRead };
        return request.IsRead
            ? new(ErrorIds.NotMaas, $"{what} Look at what stands between this machine and MAAS, then try again.", redacted)
            : new(ErrorIds.WriteUnanswered, $"{what} It may or may not have happened.", redacted) { WriteMayHaveHappened = true };
    }

    /// <summary>The generated description of a type that MAAS answers with.</summary>
    private JsonTypeInfo<T> GetJsonType<T>() => (JsonTypeInfo<T>)_json.GetTypeInfo(typeof(T));

    // Parts of an object are marked like the object, so that a NIC or a disk knows its MAAS too.
    private void Mark(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object && typeof(MaasObject).IsAssignableFrom(type.Type))
            type.OnDeserialized = item => ((MaasObject)item).Origin = Origin;
    }
}

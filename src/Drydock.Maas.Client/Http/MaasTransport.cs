using System.Net;
using System.Net.Sockets;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Connection;
using RestSharp;
using RestSharp.Authenticators;
using RestSharp.Authenticators.OAuth;

namespace Drydock.Maas.Client.Http;

/// <summary>
/// Sends requests over one long-lived pool, repeats those that may be repeated and turns every failure into a typed error.
/// </summary>
internal sealed class MaasTransport : IDisposable
{
    private const int MaxConnections = 64;

    // A controller that does not answer is asked several times, for minutes.
    private const int PowerPatience = 3;
    private static readonly TimeSpan PoolLifetime = TimeSpan.FromMinutes(15);

    private readonly RestClient _client;
    private readonly RetryPipelines _pipelines;
    private readonly TimeSpan _patience;
    private readonly MaasApiKey _key;

    public MaasTransport(Uri url, MaasApiKey key, MaasConnectionOptions options, HttpMessageHandler? handler = null)
    {
        Url = url;
        var trust = options.SkipCertificateCheck ? CertificateTrust.Any
            : options.CaCertificatePath is { } path ? CertificateTrust.Read(path)
            : CertificateTrust.SystemOnly;
        Route = new ServerEndpoint(url, options.Proxy?.GetProxy(url), trust, new SecretRedactor(key));
        _key = key;
        _patience = options.Timeout;
        var rest = new RestClientOptions(new Uri($"{url.AbsoluteUri.TrimEnd('/')}/api/2.0/"))
        {
            Authenticator = OAuth1Authenticator.ForProtectedResource(
                key.Consumer, "", key.Token, key.Secret, OAuthSignatureMethod.PlainText),
            ConfigureMessageHandler = _ => new ResponseLimit(handler ?? CreateHandler(options), options.LongestBody),
            FollowRedirects = false,
            ThrowOnAnyError = false,
            Timeout = options.Timeout,
            UserAgent = "Drydock.Maas",
        };
        _client = new RestClient(rest, headers => headers.Add("Accept", "application/json"));
        _pipelines = new RetryPipelines(options.TimeProvider, e => Retrying?.Invoke(this, e));
    }

    public event EventHandler<RetryEventArgs>? Retrying;

    public event EventHandler<RequestEventArgs>? Sending;

    public Uri Url { get; }

    /// <summary>The way there, and what may be told of it.</summary>
    public ServerEndpoint Route { get; }

    /// <summary>Whether address and key were verified.</summary>
    public bool IsEstablished => _pipelines.IsEstablished;

    /// <summary>Says that the connection is verified, so that a fault from now on is a passing one.</summary>
    public void Establish() => _pipelines.Establish();

    /// <summary>Sends a request; an answer of 300 and above, or none, is an error.</summary>
    public Task<RestResponse> SendAsync(MaasRequest request, CancellationToken token) => _pipelines.RunAsync(request, TryAsync, token);

    /// <summary>A response while it still comes; what goes wrong before its first byte is told and repeated as ever.</summary>
    public Task<StreamedResponse> OpenAsync(MaasRequest request, CancellationToken token) => _pipelines.RunAsync(request, TryOpenAsync, token);

    /// <summary>Whether both speak for the same token of a user.</summary>
    public bool HasSameKey(MaasTransport other) => _key.Consumer == other._key.Consumer && _key.Token == other._key.Token && _key.Secret == other._key.Secret;

    /// <summary>
    /// Sends a read once, signed with this nonce; whether the server has seen the nonce before. Whatever else it answers is an error.
    /// </summary>
    public async Task<bool> HasSeenAsync(MaasRequest request, OAuthNonce nonce, CancellationToken token)
    {
        try
        {
            await TryAsync(request with { Nonce = nonce }, token).ConfigureAwait(false);
            return false;
        }
        catch (MaasApiException e) when (e.Data.Contains(ErrorResponses.UsedNonce))
        {
            return true;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<StreamedResponse> TryOpenAsync(MaasRequest request, CancellationToken token)
    {
        RaiseSending(request);
        var head = new ResponseHead(_patience);
        var rest = Build(request);
        rest.Interceptors = [head];
        var body = await _client.DownloadStreamAsync(rest, token).ConfigureAwait(false);
        token.ThrowIfCancellationRequested();
        if (head.Refusal is { } refusal)
            throw ErrorResponses.Describe(request, Route, refusal);
        if (head.Page is { } page)
            throw ErrorResponses.DescribePage(request, Route, page, IsEstablished);
        return body is null
            ? throw TransportErrors.Describe(request, Route, head.Fault)
            : new StreamedResponse(new ResponseStream(body) { Patience = _patience }, head.ContentType);
    }

    private async Task<RestResponse> TryAsync(MaasRequest request, CancellationToken token)
    {
        RaiseSending(request);
        RestResponse answer;
        try
        {
            answer = await _client.ExecuteAsync(Build(request), token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            token.ThrowIfCancellationRequested();
            throw TransportErrors.Describe(request, Route, e);
        }

        token.ThrowIfCancellationRequested();
        if ((int)answer.StatusCode == 0)
            throw TransportErrors.Describe(request, Route, answer.ErrorException);
        if ((int)answer.StatusCode >= 300)
            throw ErrorResponses.Describe(request, Route, answer);
        if (!request.IsRead && GatewayResponses.IsFromGateway(answer))
            throw ErrorResponses.DescribeOpenWrite(request, Route, answer);
        if (request.IsRead && GatewayResponses.IsPage(answer))
            throw ErrorResponses.DescribePage(request, Route, answer, IsEstablished);
        return answer.ResponseStatus == ResponseStatus.Completed
            ? answer
            : throw TransportErrors.Describe(request, Route, answer.ErrorException);
    }

    private void RaiseSending(MaasRequest request) =>
        Sending?.Invoke(this, new RequestEventArgs { Request = Route.Redactor.Redact(request, request.ToString()), IsRead = request.IsRead });

    private RestRequest Build(MaasRequest request)
    {
        RequirePath(request);
        var rest = new RestRequest(request.Path, RestMethod(request.Method));
        if (request.Nonce is { } nonce)
            rest.Authenticator = new NonceAuthenticator(_key, nonce);
        if (request.AwaitsPower)
            rest.Timeout = _patience * PowerPatience;
        if (request.Operation is not null)
            rest.AddQueryParameter("op", request.Operation);
        foreach (var (name, value) in request.Query.Pairs)
            rest.AddQueryParameter(name, value);
        foreach (var (name, value) in request.Form.Pairs)
            rest.AddParameter(name, value, ParameterType.GetOrPost);
        if (request.Json is { } json)
            rest.AddStringBody(json.ToJsonString(), ContentType.Json);
        if (request.File is { } file)
            rest.AddFile(file.Name, file.Content, file.Name, ContentType.Binary);
        return rest;
    }

    // An empty name or id would make another resource of the path: machines// is the list of all machines.
    private static void RequirePath(MaasRequest request)
    {
        var segments = request.Path.Split('/');
        var named = segments is [.. var all, ""] ? all : segments;
        if (named.Length == 0 || named.Any(s => Uri.UnescapeDataString(s).Trim() is "" or "." or ".."))
        {
            throw new MaasException(
                ErrorIds.InvalidPath, $"{request} is not sent: a part of the path is empty. The name or id of something was given empty.");
        }
    }

    private static Method RestMethod(HttpMethod method) =>
        method == HttpMethod.Get ? Method.Get
            : method == HttpMethod.Post ? Method.Post
            : method == HttpMethod.Put ? Method.Put
            : Method.Delete;

    private SocketsHttpHandler CreateHandler(MaasConnectionOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = MaxConnections,
            PooledConnectionLifetime = PoolLifetime,
            Proxy = options.Proxy,
            UseCookies = false,
            UseProxy = options.Proxy is not null,
        };
        handler.SslOptions.RemoteCertificateValidationCallback = Route.Trust.IsTrusted;
        return handler;
    }

    // Until the address is known to be right, the first answer shows whether http and TLS are mistaken for each other.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken token)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, token).ConfigureAwait(false);
            return IsEstablished || Route.Proxy is not null
                ? new NetworkStream(socket, ownsSocket: true)
                : new SchemeCheckStream(socket, context.DnsEndPoint, Url.Scheme == Uri.UriSchemeHttps);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

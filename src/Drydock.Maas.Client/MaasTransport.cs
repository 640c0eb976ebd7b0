using Drydock.Maas.Api;
using RestSharp;
using RestSharp.Authenticators;
using RestSharp.Authenticators.OAuth;

namespace Drydock.Maas.Client;

/// <summary>
/// Sends requests over one long-lived pool, repeats those that may be repeated and turns every failure into a typed error.
/// </summary>
internal sealed class MaasTransport : IDisposable
{
    private const int MaxConnections = 64;
    private static readonly TimeSpan PoolLifetime = TimeSpan.FromMinutes(15);

    private readonly RestClient _client;
    private readonly RetryPipelines _pipelines;
    private readonly TimeSpan _patience;
    private readonly MaasApiKey _key;

    public MaasTransport(Uri url, MaasApiKey key, MaasConnectionOptions options, HttpMessageHandler? handler = null)
    {
        Url = url;
        Redactor = new SecretRedactor(key);
        _key = key;
        _patience = options.Timeout;
        var rest = new RestClientOptions(new Uri($"{url.AbsoluteUri.TrimEnd('/')}/api/2.0/"))
        {
            Authenticator = OAuth1Authenticator.ForProtectedResource(
                key.Consumer, "", key.Token, key.Secret, OAuthSignatureMethod.PlainText),
            ConfigureMessageHandler = _ => new BodyLimit(handler ?? CreateHandler(options), options.LongestBody),
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

    /// <summary>What every text about a request goes through before it leaves the client.</summary>
    public SecretRedactor Redactor { get; }

    /// <summary>Whether address and key were verified.</summary>
    public bool IsEstablished => _pipelines.IsEstablished;

    /// <summary>Says that the connection is verified, so that a fault from now on is a passing one.</summary>
    public void Establish() => _pipelines.Establish();

    /// <summary>Sends a request; an answer of 300 and above, or none, is an error.</summary>
    public Task<RestResponse> SendAsync(MaasRequest request, CancellationToken token) => _pipelines.RunAsync(request, TryAsync, token);

    /// <summary>The body of an answer while it still comes; what goes wrong before its first byte is told and repeated as ever.</summary>
    public Task<OpenBody> OpenAsync(MaasRequest request, CancellationToken token) => _pipelines.RunAsync(request, TryOpenAsync, token);

    /// <summary>Whether both speak for the same token of a user.</summary>
    public bool HasKeyOf(MaasTransport other) => _key.Consumer == other._key.Consumer && _key.Token == other._key.Token && _key.Secret == other._key.Secret;

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
        catch (MaasApiException e) when (e.Data.Contains(AnswerErrors.UsedNonce))
        {
            return true;
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<OpenBody> TryOpenAsync(MaasRequest request, CancellationToken token)
    {
        Tell(request);
        var head = new AnswerHead(_patience);
        var rest = Build(request);
        rest.Interceptors = [head];
        var body = await _client.DownloadStreamAsync(rest, token).ConfigureAwait(false);
        token.ThrowIfCancellationRequested();
        if (head.Refusal is { } refusal)
            throw AnswerErrors.Of(request, Url, refusal, Redactor);
        return body is null
            ? throw TransportErrors.Of(request, Url, head.Fault, Redactor)
            : new OpenBody(new PatientStream(body, _patience), head.ContentType);
    }

    private async Task<RestResponse> TryAsync(MaasRequest request, CancellationToken token)
    {
        Tell(request);
        RestResponse answer;
        try
        {
            answer = await _client.ExecuteAsync(Build(request), token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException or OperationCanceledException)
        {
            token.ThrowIfCancellationRequested();
            throw TransportErrors.Of(request, Url, e, Redactor);
        }

        token.ThrowIfCancellationRequested();
        if ((int)answer.StatusCode == 0)
            throw TransportErrors.Of(request, Url, answer.ErrorException, Redactor);
        if ((int)answer.StatusCode >= 300)
            throw AnswerErrors.Of(request, Url, answer, Redactor);
        if (!request.IsRead && GatewayAnswers.IsOne(answer))
            throw AnswerErrors.Unanswered(request, Url, answer, Redactor);
        return answer.ResponseStatus == ResponseStatus.Completed
            ? answer
            : throw TransportErrors.Of(request, Url, answer.ErrorException, Redactor);
    }

    private void Tell(MaasRequest request) =>
        Sending?.Invoke(this, new RequestEventArgs { Request = Redactor.Redact(request, request.ToString()), IsRead = request.IsRead });

    private RestRequest Build(MaasRequest request)
    {
        RequirePath(request);
        var rest = new RestRequest(request.Path, RestMethod(request.Method));
        if (request.Nonce is { } nonce)
            rest.Authenticator = new NonceAuthenticator(_key, nonce);
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
                "InvalidPath", $"{request} is not sent: a part of the path is empty. The name or id of something was given empty.");
        }
    }

    private static Method RestMethod(HttpMethod method) =>
        method == HttpMethod.Get ? Method.Get
            : method == HttpMethod.Post ? Method.Post
            : method == HttpMethod.Put ? Method.Put
            : Method.Delete;

    private static SocketsHttpHandler CreateHandler(MaasConnectionOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            ConnectTimeout = options.ConnectTimeout,
            MaxConnectionsPerServer = MaxConnections,
            PooledConnectionLifetime = PoolLifetime,
            UseCookies = false,
        };
        if (options.SkipCertificateCheck)
#pragma warning disable CA5359 // What the operator asked for by name, and is warned about.
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        else if (options.CaCertificatePath is { } path)
            handler.SslOptions.RemoteCertificateValidationCallback = CertificateTrust.Read(path).IsTrusted;
        return handler;
    }
}

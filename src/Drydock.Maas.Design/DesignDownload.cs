using System.Text;
using Drydock.Maas.Security;

namespace Drydock.Maas.Design;

/// <summary>Documents behind a URI.</summary>
public static class DesignDownload
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>Whether a text names documents behind http or https rather than a file.</summary>
    public static bool IsUri(string path) =>
        Uri.TryCreate(path, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>Fetches the text; user and password in the URI are sent to its server, and are no part of the source's name.</summary>
    /// <exception cref="DesignException">DownloadFailed: not there, not reachable, or too large.</exception>
    public static async Task<DesignSource> ReadAsync(string uri, CancellationToken token)
    {
        var address = new Uri(uri);
        var name = address.UserInfo.Length > 0 ? UrlCredential.Strip(address).AbsoluteUri : uri;
        name = UrlCredential.Hide(name);
        using var handler = new SocketsHttpHandler { Proxy = OutboundProxy.OfEnvironment };
        using var client = new HttpClient(handler, disposeHandler: false) { Timeout = Patience, MaxResponseContentBufferSize = DesignSource.MaxBytes };
        using var request = new HttpRequestMessage(HttpMethod.Get, UrlCredential.Strip(address));
        request.Headers.Authorization = UrlCredential.Header(address);
        try
        {
            using var answer = await client.SendAsync(request, token).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
                throw Failed(name, $"the server answers {(int)answer.StatusCode} {answer.ReasonPhrase}");
            var bytes = await answer.Content.ReadAsByteArrayAsync(token).ConfigureAwait(false);
            return DesignSource.FromText(name, Encoding.UTF8.GetString(bytes));
        }
        catch (HttpRequestException e)
        {
            throw Failed(name, e.Message);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw Failed(name, $"there was no answer within {Patience.TotalSeconds:0} seconds");
        }
    }

    private static DesignException Failed(string uri, string reason) =>
        new(new DesignProblem { ErrorId = ErrorIds.DownloadFailed, Message = $"{uri} cannot be read: {reason}.", Document = uri });
}

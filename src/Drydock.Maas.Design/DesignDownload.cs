using System.Text;

namespace Drydock.Maas.Design;

/// <summary>Documents behind a URI.</summary>
public static class DesignDownload
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    /// <summary>Whether a text names documents behind http or https rather than a file.</summary>
    public static bool IsUri(string path) =>
        Uri.TryCreate(path, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>Fetches the text.</summary>
    /// <exception cref="DesignException">DownloadFailed: not there, not reachable, or too large.</exception>
    public static async Task<DesignSource> ReadAsync(string uri, CancellationToken token)
    {
        using var client = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = DesignSource.MaxBytes };
        try
        {
            using var answer = await client.GetAsync(new Uri(uri), token).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
                throw Failed(uri, $"the server answers {(int)answer.StatusCode} {answer.ReasonPhrase}");
            var bytes = await answer.Content.ReadAsByteArrayAsync(token).ConfigureAwait(false);
            return DesignSource.FromText(uri, Encoding.UTF8.GetString(bytes));
        }
        catch (HttpRequestException e)
        {
            throw Failed(uri, e.Message);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw Failed(uri, $"there was no answer within {Patience.TotalSeconds:0} seconds");
        }
    }

    private static DesignException Failed(string uri, string reason) =>
        new(new DesignProblem { ErrorId = "DownloadFailed", Message = $"{uri} cannot be read: {reason}.", Document = uri });
}

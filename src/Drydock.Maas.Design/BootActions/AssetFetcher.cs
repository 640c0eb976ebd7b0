using System.Globalization;
using Drydock.Maas.Security;

namespace Drydock.Maas.Design.BootActions;

/// <summary>Fetches content of assets: files of this machine, http and https, bounded in size and time.</summary>
internal sealed class AssetFetcher(HttpMessageHandler? handler = null)
{
    /// <summary>The most an asset may have, in bytes; more does not fit into user data.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<HttpClient> Shared =
        new(() => Client(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(16), Proxy = OutboundProxy.OfEnvironment }));

    private readonly HttpClient? _own = handler is null ? null : Client(handler);

    public async Task<byte[]> FetchAsync(string location, CancellationToken token)
    {
        var uri = AssetLocation.Check(location);
        try
        {
            var content = uri.IsFile ? ReadFileAsync(uri.LocalPath, token) : DownloadAsync(uri, token);
            return await content.ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or UnauthorizedAccessException)
        {
            throw Failed(location, e.Message);
        }
        catch (Exception e) when (e is TimeoutException || (e is OperationCanceledException && !token.IsCancellationRequested))
        {
            throw Failed(
                location, string.Create(CultureInfo.InvariantCulture, $"there was no answer within {Patience.TotalSeconds:0} seconds"));
        }
    }

    private async Task<byte[]> DownloadAsync(Uri uri, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, UrlCredential.Strip(uri));
        request.Headers.Authorization = UrlCredential.Header(uri);
        using var answer = await (_own ?? Shared.Value).SendAsync(request, token).ConfigureAwait(false);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsByteArrayAsync(token).ConfigureAwait(false)
            : throw Failed(uri.OriginalString, $"the server answers {(int)answer.StatusCode} {answer.ReasonPhrase}");
    }

    // A file system of the network may never answer.
    private static Task<byte[]> ReadFileAsync(string path, CancellationToken token)
    {
        if (!File.Exists(path))
            throw Failed(path, Directory.Exists(path) ? "it is a folder" : "there is no such file");
        if (!RegularFile.Is(path))
        {
            throw new AssetException(
                ErrorIds.NotRegularFile, "location", $"{path} is a pipe, socket or device; copy its content to a file and name that.");
        }

        return Task.Run(() => ReadFile(path), token).WaitAsync(Patience, token);
    }

    private static byte[] ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, count);
            if (content.Length > MostBytes)
                throw Failed(path, TooLarge);
        }

        return content.ToArray();
    }

    private static string TooLarge => string.Create(CultureInfo.InvariantCulture, $"it is larger than {MostBytes / 1024 / 1024} MB");

    private static HttpClient Client(HttpMessageHandler handler) =>
        new(handler) { Timeout = Patience, MaxResponseContentBufferSize = MostBytes };

    private static AssetException Failed(string location, string reason) =>
        new(ErrorIds.AssetNotFetched, "location", $"{UrlCredential.Hide(location)} cannot be fetched: {reason}.");
}

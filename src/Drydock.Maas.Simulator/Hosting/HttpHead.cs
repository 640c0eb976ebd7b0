using System.Globalization;
using System.Text;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>Request line and headers of one request.</summary>
internal sealed record HttpHead(string Method, string Target, bool IsVersion10, IReadOnlyDictionary<string, string> Headers)
{
    public bool KeepsAlive => IsVersion10
        ? HasToken("Connection", "keep-alive")
        : !HasToken("Connection", "close");

    public bool IsChunked => HasToken("Transfer-Encoding", "chunked");

    public bool ExpectsContinue => HasToken("Expect", "100-continue");

    /// <summary>Bytes of the body that follow, as announced.</summary>
    public int ContentLength
    {
        get
        {
            if (!Headers.TryGetValue("Content-Length", out var text))
                return 0;
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new HttpRefusal(400);
            return length <= HttpLimits.BodyBytes ? (int)length : throw new HttpRefusal(413);
        }
    }

    public static HttpHead Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split("\r\n");
        var parts = lines[0].Split(' ');
        if (parts is not [{ Length: > 0 } method, { Length: > 0 } target, "HTTP/1.1" or "HTTP/1.0"])
            throw new HttpRefusal(400);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            var cut = line.IndexOf(':', StringComparison.Ordinal);
            if (cut <= 0)
                throw new HttpRefusal(400);
            var (name, value) = (line[..cut], line[(cut + 1)..].Trim());
            headers[name] = headers.TryGetValue(name, out var earlier) ? $"{earlier},{value}" : value;
        }

        return new(method, target, parts[2] == "HTTP/1.0", headers);
    }

    public ApiRequest ToRequest(ReadOnlyMemory<byte> body)
    {
        var target = Target;
        if (!target.StartsWith('/'))
            target = Uri.TryCreate(target, UriKind.Absolute, out var absolute) ? absolute.PathAndQuery : throw new HttpRefusal(400);
        var cut = target.IndexOf('?', StringComparison.Ordinal);
        return new(Method, Uri.UnescapeDataString(cut < 0 ? target : target[..cut]))
        {
            Query = cut < 0 ? "" : target[(cut + 1)..],
            Host = Headers.GetValueOrDefault("Host") ?? "127.0.0.1",
            Authorization = Headers.GetValueOrDefault("Authorization"),
            ContentType = Headers.GetValueOrDefault("Content-Type"),
            Body = body,
        };
    }

    private bool HasToken(string header, string token) => Headers.TryGetValue(header, out var value)
        && value.Split(',', StringSplitOptions.TrimEntries).Contains(token, StringComparer.OrdinalIgnoreCase);
}

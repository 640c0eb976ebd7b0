using System.Text;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Reads <c>multipart/form-data</c>, with the base64 parts MAAS's own clients send.</summary>
internal static partial class MultipartReader
{
    public static ParameterSet Read(string contentType, ReadOnlySpan<byte> body)
    {
        var boundary = Boundary().Match(contentType).Groups[1].Value.Trim('"');
        // Latin-1 keeps every byte as one character, so that parts can be cut as text and re-read in their own encoding.
        var parts = ("\r\n" + Encoding.Latin1.GetString(body)).Split("\r\n--" + boundary).Skip(1).Select(ReadPart).OfType<Part>().ToList();
        return new(parts.Where(part => !part.IsFile).Select(part => KeyValuePair.Create(part.Name, Encoding.UTF8.GetString(part.Content))))
        {
            Files = parts.Where(part => part.IsFile).GroupBy(part => part.Name, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Last().Content, StringComparer.Ordinal),
        };
    }

    private static Part? ReadPart(string part)
    {
        var cut = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (cut < 0)
            return null;
        var headers = part[..cut];
        var name = Name().Match(headers);
        return name.Success
            ? new(AsUtf8(name.Groups[1].Value.Trim('"')), headers.Contains("filename=", StringComparison.OrdinalIgnoreCase), Content(headers, part[(cut + 4)..]))
            : null;
    }

    private static byte[] Content(string headers, string content)
    {
        if (!headers.Contains("base64", StringComparison.OrdinalIgnoreCase))
            return Encoding.Latin1.GetBytes(content);
        try
        {
            return Convert.FromBase64String(content);
        }
        catch (FormatException)
        {
            throw new ApiException(ApiResponse.BareText(400, "Bad Request"));
        }
    }

    private static string AsUtf8(string latin1) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin1));

    private sealed record Part(string Name, bool IsFile, byte[] Content);

    [GeneratedRegex("boundary=(\"[^\"]+\"|[^;]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex("\\bname=(\"[^\"]*\"|[^;\\s]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}

namespace Drydock.Maas.Client.Tests.Fakes;

/// <summary>A request as it went over the wire.</summary>
internal sealed record SentRequest
{
    private const string Root = "/MAAS/api/2.0/";

    /// <summary>Method and target below api/2.0/, as sent.</summary>
    public required string Line { get; init; }

    /// <summary>Decoded fields of the form, name=value, in order.</summary>
    public required IReadOnlyList<string> Form { get; init; }

    public required bool HasBody { get; init; }

    public required string? ContentType { get; init; }

    public required string Authorization { get; init; }

    /// <summary>Decoded parameters of the query, name=value, in order.</summary>
    public IReadOnlyList<string> Query => Line.Split('?', 2) is [_, var query] ? Pairs(query) : [];

    /// <summary>Method and path, without the query.</summary>
    public string MethodAndPath => Line.Split('?')[0];

    public static async Task<SentRequest> ReadAsync(HttpRequestMessage request, CancellationToken token)
    {
        var target = request.RequestUri!.PathAndQuery;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(token);
        return new SentRequest
        {
            Line = $"{request.Method} {(target.StartsWith(Root, StringComparison.Ordinal) ? target[Root.Length..] : target)}",
            Form = Pairs(body),
            HasBody = body.Length > 0,
            ContentType = request.Content?.Headers.ContentType?.MediaType,
            Authorization = request.Headers.TryGetValues("Authorization", out var values) ? string.Join(' ', values) : "",
        };
    }

    private static string[] Pairs(string text) =>
        [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => Uri.UnescapeDataString(p.Replace('+', ' ')))];
}

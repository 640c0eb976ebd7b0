using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>Finds a request's <c>op</c>, for the log and for faults, before anything else is known of the request.</summary>
internal static class OperationReader
{
    private const int LargestForm = 64 * 1024;

    public static string? Read(ApiRequest request)
    {
        var cut = request.Path.LastIndexOf("/op-", StringComparison.Ordinal);
        if (cut >= 0 && request.Path.IndexOf('/', cut + 1) < 0)
            return request.Path[(cut + 4)..];
        if (request.Query.Contains("op=", StringComparison.Ordinal)
            && BodyReader.ReadUrlEncoded(request.Query).Get("op") is { Length: > 0 } op)
            return op;
        return request.Body.Length is > 0 and <= LargestForm && request.Body.Span.IndexOf("op"u8) >= 0 ? ReadForm(request) : null;
    }

    private static string? ReadForm(ApiRequest request)
    {
        try
        {
            return BodyReader.Read(request.ContentType, request.Body).Get("op");
        }
        catch (ApiException)
        {
            // The handler says what is wrong with the body.
            return null;
        }
    }
}

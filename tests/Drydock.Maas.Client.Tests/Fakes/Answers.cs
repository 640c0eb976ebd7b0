using System.Globalization;
using System.Net;
using System.Text;

namespace Drydock.Maas.Client.Tests.Fakes;

/// <summary>What a fake MAAS can answer.</summary>
internal static class Answers
{
    public static Answer Json(string body) => Body(200, body, "application/json");

    public static Answer Version(string version) => Json($$"""{"version": "{{version}}", "subversion": "", "capabilities": []}""");

    public static Answer User(string name, bool isAdministrator) =>
        Json($$"""{"username": "{{name}}", "email": "", "is_superuser": {{(isAdministrator ? "true" : "false")}}}""");

    public static Answer FieldErrors(string body) => Body(400, body, "application/json");

    public static Answer Text(int status, string body) => Body(status, body, "text/plain");

    public static Answer Html(int status, string title) =>
        Body(status, $"<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><p>{title}</p></body></html>", "text/html");

    /// <summary>An answer that asks to come again after some seconds.</summary>
    public static Answer Later(int status, int seconds, string text = "busy") =>
        With(Text(status, text), "Retry-After", seconds.ToString(CultureInfo.InvariantCulture));

    public static Answer Redirect(string location) => With(Text(302, ""), "Location", location);

    public static Answer Body(int status, string body, string? type) => Body(status, Encoding.UTF8.GetBytes(body), type);

    public static Answer Body(int status, byte[] body, string? type) => _ =>
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        if (type is not null)
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return Task.FromResult(answer);
    };

    public static Answer With(Answer answer, string header, string value) => async token =>
    {
        var message = await answer(token);
        message.Headers.TryAddWithoutValidation(header, value);
        return message;
    };

    public static Answer Fault(Exception exception) => _ => Task.FromException<HttpResponseMessage>(exception);

    /// <summary>Nobody listens there.</summary>
    public static Answer NoConnection() =>
        Fault(new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused (maas.example.com:5240)"));

    /// <summary>A firewall swallows what would open the connection.</summary>
    public static Answer Swallowed() => Fault(new TaskCanceledException(
        "The operation was canceled.", new TimeoutException("A connection could not be established within ConnectTimeout.")));

    /// <summary>The connection breaks after the request was sent.</summary>
    public static Answer Broken() =>
        Fault(new HttpRequestException(HttpRequestError.Unknown, "An error occurred.", new IOException("Connection reset by peer")));

    /// <summary>The connection broke before the answer, and the request was sent again below the client.</summary>
    public static Answer UsedNonce() => Body(401, "Authorization Error: 'Nonce already used: 0123'", "text/html");

    /// <summary>The connection stands and nothing comes.</summary>
    public static Answer Never() => token => new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(token);
}

using System.Net;
using System.Text;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>Answers every request alike, and remembers the last.</summary>
internal sealed class FixedWeb(HttpStatusCode status, string content) : HttpMessageHandler
{
    public HttpRequestMessage? Asked { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked = request;
        return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(content, Encoding.UTF8) });
    }
}

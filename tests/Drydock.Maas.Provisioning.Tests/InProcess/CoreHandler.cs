using System.Net;
using System.Net.Http.Headers;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Provisioning.Tests.InProcess;

/// <summary>Carries requests to a simulator's core without a network, as its administrator.</summary>
internal sealed class CoreHandler(SimulatorCore core) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri!;
        var answer = core.HandleAs(
            core.State.Users.First(u => u.IsSuperuser), new ApiRequest(request.Method.Method, Uri.UnescapeDataString(url.AbsolutePath))
        {
            Query = url.Query.TrimStart('?'),
            ContentType = request.Content?.Headers.ContentType?.ToString(),
            Body = request.Content is null ? default : await request.Content.ReadAsByteArrayAsync(cancellationToken),
        });
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(answer.Body.ToArray()),
        };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(answer.ContentType);
        foreach (var (name, value) in answer.Headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}

namespace Drydock.Maas.Client.Tests.Fakes;

/// <summary>Gives the answers in order, the last one again and again, and remembers what it was asked.</summary>
internal sealed class FakeMaas(params Answer[] answers) : HttpMessageHandler
{
    public List<SentRequest> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent.Add(await SentRequest.ReadAsync(request, cancellationToken));
        var answer = await answers[Math.Min(Sent.Count, answers.Length) - 1](cancellationToken);
        answer.RequestMessage = request;
        return answer;
    }
}

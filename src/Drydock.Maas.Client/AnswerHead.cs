using RestSharp.Interceptors;

namespace Drydock.Maas.Client;

/// <summary>Keeps the status that RestSharp does not hand out beside a stream.</summary>
internal sealed class AnswerHead : Interceptor
{
    /// <summary>Whether what follows is what was asked for.</summary>
    public bool IsSuccess { get; private set; }

    public override ValueTask AfterHttpRequest(HttpResponseMessage responseMessage, CancellationToken cancellationToken)
    {
        IsSuccess = (int)responseMessage.StatusCode < 300;
        return default;
    }
}

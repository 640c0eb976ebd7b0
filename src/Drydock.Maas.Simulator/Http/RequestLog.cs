namespace Drydock.Maas.Simulator.Http;

/// <summary>What has been asked since the start or the last reset.</summary>
internal sealed class RequestLog
{
    private readonly List<SimulatedRequest> _requests = [];

    public IReadOnlyList<SimulatedRequest> Snapshot()
    {
        lock (_requests)
            return _requests.ToArray();
    }

    public void Add(ApiRequest request, int status)
    {
        var op = BodyReader.ReadUrlEncoded(request.Query).Get("op");
        lock (_requests)
            _requests.Add(new(request.Method, request.Path, request.Query, op, status));
    }

    public void Clear()
    {
        lock (_requests)
            _requests.Clear();
    }
}

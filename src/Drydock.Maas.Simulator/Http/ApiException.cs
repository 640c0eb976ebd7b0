namespace Drydock.Maas.Simulator.Http;

/// <summary>Leaves a handler early with the answer the caller gets.</summary>
internal sealed class ApiException(ApiResponse response) : Exception($"The answer is {response.Status}.")
{
    public ApiResponse Response { get; } = response;
}

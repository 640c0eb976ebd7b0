using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Http;

/// <summary>The server without a network: a request goes in, an answer comes out.</summary>
internal sealed class SimulatorCore
{
    private readonly Router _router = new();
    private readonly OAuthVerifier _verifier;

    public SimulatorCore(SimulatorState state)
    {
        State = state;
        _verifier = new(state);
        foreach (var module in ApiModules.All())
            module.Register(_router);
    }

    public SimulatorState State { get; }

    public RequestLog Log { get; } = new();

    /// <summary>Answers as the user whose credentials the request carries.</summary>
    public ApiResponse Handle(ApiRequest request) => Handle(request, () => _verifier.Verify(request.Authorization));

    /// <summary>Answers as the given user, without looking at credentials; null is nobody.</summary>
    public ApiResponse HandleAs(SimulatedUser? user, ApiRequest request) => Handle(request, () => user);

    private ApiResponse Handle(ApiRequest request, Func<SimulatedUser?> authenticate)
    {
        ApiResponse response;
        lock (State.Gate)
            response = Answer(request, authenticate);
        Log.Add(request, response.Status);
        return response;
    }

    private ApiResponse Answer(ApiRequest request, Func<SimulatedUser?> authenticate)
    {
        try
        {
            State.Events.RunDue();
            return _router.Route(request, State, authenticate);
        }
        catch (ApiException exception)
        {
            return exception.Response;
        }
#pragma warning disable CA1031 // A server answers 500 to its own mistakes, whatever they are.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ApiResponse.BareText(500, $"{exception.GetType().Name}: {exception.Message}");
        }
    }
}

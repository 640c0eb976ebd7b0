using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Machines;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>The server without a network: a request goes in, an answer comes out.</summary>
internal sealed class SimulatorCore
{
    private readonly Router _router = new();
    private readonly OAuthVerifier _verifier;

    public SimulatorCore(SimulatorState state)
    {
        State = state;
        Log = new(state.Clock.Time);
        _verifier = new(state);
        foreach (var module in ApiModules.List(state.Rules))
            module.Register(_router);
    }

    public SimulatorState State { get; }

    public IReadOnlyList<string> Paths => [.. _router.Describe().Select(resource => resource.Template)];

    public IReadOnlyList<string> Operations =>
        [.. _router.Describe().SelectMany(resource => resource.Actions).Select(action => action.Op).OfType<string>().Distinct()];

    public RequestLog Log { get; }

    /// <summary>Answers as the user whose credentials the request carries.</summary>
    public ApiResponse Handle(ApiRequest request) => Answer(Begin(request));

    /// <summary>Answers as the given user, without looking at credentials; null is nobody.</summary>
    public ApiResponse HandleAs(SimulatedUser? user, ApiRequest request) => Answer(Begin(request), () => user);

    /// <summary>Takes a request on and decides what is to go wrong with it.</summary>
    public Exchange Begin(ApiRequest request)
    {
        var operation = OperationReader.Read(request);
        lock (State.Gate)
            return new(request, operation, RequestFaults.Plan(State, request, operation));
    }

    /// <summary>Answers a request that was taken on.</summary>
    public ApiResponse Answer(Exchange exchange) => Answer(exchange, () => _verifier.Verify(exchange.Request.Authorization));

    /// <summary>Notes a request that is never looked at.</summary>
    public void Drop(Exchange exchange) => Log.Add(exchange, 0, _router.GetTemplate(exchange.Request.Path), TimeSpan.Zero);

    private ApiResponse Answer(Exchange exchange, Func<SimulatedUser?> authenticate)
    {
        var time = State.Clock.Time;
        var started = time.GetTimestamp();
        ApiResponse response;
        lock (State.Gate)
        {
            response = Route(exchange, authenticate);
            if (response.IsRolledBack)
                _verifier.ReleaseNonce();
        }

        Log.Add(exchange, response.Status, _router.GetTemplate(exchange.Request.Path), time.GetElapsedTime(started));
        return response;
    }

    private ApiResponse Route(Exchange exchange, Func<SimulatedUser?> authenticate)
    {
        try
        {
            new TransitionRunner(State).RunDue();
            TagAssignment.RunDue(State);
            var answer = exchange.Faults.Answer ?? _router.Route(exchange.Request, State, authenticate);
            if (answer.Status < 400)
                State.PostCommit.Run();
            return answer;
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
        finally
        {
            State.PostCommit.Clear();
        }
    }
}

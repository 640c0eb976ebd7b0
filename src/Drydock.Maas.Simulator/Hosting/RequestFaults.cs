using System.Globalization;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Faults;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>Works out what is to go wrong with a request.</summary>
internal static class RequestFaults
{
    private static readonly TimeSpan UsualBodyTime = TimeSpan.FromSeconds(10);

    public static FaultPlan Plan(SimulatorState state, ApiRequest request, string? operation)
    {
        if (state.Faults.IsEmpty)
            return FaultPlan.None;
        var inside = request.Path.StartsWith(Router.ApiRoot, StringComparison.Ordinal);
        var relative = inside ? request.Path[Router.ApiRoot.Length..] : request.Path;
        var plan = FaultPlan.None;
        foreach (var fault in state.Faults.FindByRequest(request.Method, request.Path, relative, operation, GetNode(state, relative)?.Names))
            plan = Add(plan, fault);
        return plan;
    }

    private static FaultPlan Add(FaultPlan plan, ActiveFault active)
    {
        var fault = active.Definition;
        plan = plan with { Names = plan.Names is null ? $"{fault.Kind}" : $"{plan.Names}, {fault.Kind}" };
        return fault.Kind switch
        {
            SimulatorFaultKind.Latency => plan with { Delay = plan.Delay + active.NextDelay() },
            SimulatorFaultKind.ResetBefore => plan with { ResetsBefore = true },
            SimulatorFaultKind.ResetAfter => plan with { ResetsAfter = true },
            SimulatorFaultKind.TruncatedBody => plan with { Truncates = true },
            SimulatorFaultKind.SlowBody => plan with { BodyTime = fault.Delay > TimeSpan.Zero ? active.NextDelay() : UsualBodyTime },
            SimulatorFaultKind.GatewayTimeout => plan with { AnswerAfter = GetAnswer(fault) },
            _ => plan with { Answer = plan.Answer ?? GetAnswer(fault) },
        };
    }

    private static ApiResponse GetAnswer(SimulatorFault fault)
    {
        var answer = fault.Kind switch
        {
            SimulatorFaultKind.Conflict => ApiResponse.DatabaseConflict(),
            SimulatorFaultKind.BadGateway => ApiResponse.CreateGatewayError(502, fault.Message ?? "Bad Gateway"),
            SimulatorFaultKind.GatewayTimeout => ApiResponse.CreateGatewayError(504, fault.Message ?? "Gateway Time-out"),
            SimulatorFaultKind.Unavailable => ApiResponse.Unavailable(
                fault.Message ?? "Unable to connect to any rack controller; no connections available."),
            _ => ApiResponse.Text(500, fault.Message ?? "InternalError: the simulator was asked to fail."),
        };
        return fault.RetryAfter is { } seconds
            ? answer with { Headers = answer.Headers.SetItem("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)) }
            : answer;
    }

    /// <summary>The node whose system id stands in the path.</summary>
    private static SimulatedNode? GetNode(SimulatorState state, string path) =>
        path.Split('/') is ["machines" or "nodes" or "rackcontrollers" or "devices", { Length: > 0 } id, ..] ? state.Nodes.Find(id) : null;
}

using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Asks the power controller of each machine, through MAAS, how the machine is; changes nothing.</summary>
internal sealed class PowerStep(MaasSession session) : INodeStep
{
    public string Name => "Power";

    public async Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var machine = observation.Machine;
        try
        {
            var state = await session.Client.Machines.QueryPowerStateAsync(machine.SystemId, token).ConfigureAwait(false);
            return state != "error"
                ? new() { Messages = [$"The power of machine {machine} is {state}."] }
                : throw Failed(observation, "MAAS could not ask its power controller", null);
        }
        catch (MaasApiException e) when (e.StatusCode is 500 or 503 or 400)
        {
            throw Failed(observation, e.Message, e);
        }
    }

    private static NodeException Failed(NodeObservation observation, string reason, Exception? cause) => new(
        ErrorIds.PowerQueryFailed,
        $"The power of machine {observation.Machine} ({observation.Machine.PowerType}) of node {observation.Node.Name} is not known: "
        + $"{reason.TrimEnd('.')}. Look at the controller's address and credentials, and at the power settings in MAAS.",
        cause);
}

/// <summary>Options of asking power controllers.</summary>
public sealed record PowerStepOptions : NodeStepOptions;

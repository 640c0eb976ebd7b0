using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Observe;
using Drydock.Maas.Provisioning.Plans;
using Drydock.Maas.Provisioning.Steps;
using Drydock.Maas.Provisioning.Wait;

namespace Drydock.Maas.Provisioning.Deploy;

/// <summary>Allocates and deploys machines and waits until they are Deployed.</summary>
internal sealed class DeployStep(MaasSession session, StepOptions options) : INodeStep
{
    private readonly SharedRead<ImageCatalogue> _images =
        new(async token => new ImageCatalogue(await session.Client.BootResources.ListAsync(token).ConfigureAwait(false)));

    private readonly StatusWait _wait = new(session, options, TimeSpan.FromMinutes(45), NodeErrorIds.DeployFailed, NodeErrorIds.DeployTimedOut);

    public string Name => "Deploy";

    public bool Waits => true;

    public async Task<Plan<MachineContext>> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var userData = observation.Machine.StatusName is MachineState.Ready or MachineState.Allocated
            ? await RenderAsync(observation.Node, token).ConfigureAwait(false)
            : null;
        var plan = DeployPlanner.Plan(observation.Node, observation.Machine, session.User.Username, userData);
        if (observation.Machine.StatusName is MachineState.Ready or MachineState.Allocated)
            (await _images.GetAsync(token).ConfigureAwait(false)).Require(observation.Node, observation.Machine);
        return plan;
    }

    public Task<Machine> CompleteAsync(NodeObservation observation, CancellationToken token) =>
        observation.Machine.StatusName == MachineState.Deployed
            ? Task.FromResult(observation.Machine)
            : _wait.UntilAsync(observation, MachineState.Deployed, HasEnded, token);

    private async Task<UserData?> RenderAsync(DrydockNode node, CancellationToken token) => node.Site.BootActionRenderer is { } renderer
        ? UserData.Of(node, await renderer.RenderAsync(node, options.SkipBootActions, token).ConfigureAwait(false))
        : null;

    /// <summary>A deployment that was aborted or released by somebody leaves the machine in one of these.</summary>
    private static bool HasEnded(Machine machine) =>
        StatusWait.HasFailed(machine) || machine.StatusName is MachineState.New or MachineState.Ready or "Releasing" or "Disk erasing";
}

using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>Carries out allocation, owner data and deployment.</summary>
internal sealed class DeployExecutor : FamilyExecutor<DeployOperation, MachineContext>
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(DeployOperation operation, MachineContext context, CancellationToken token) => operation switch
    {
        AllocateMachine => AllocateAsync(context, token),
        SetOwnerData set => SetOwnerDataAsync(context, set, token),
        DeployMachine deploy => DeployAsync(context, deploy, token),
        _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
    };

    private static async Task SetOwnerDataAsync(MachineContext context, SetOwnerData set, CancellationToken token) => context.Machine =
        await context.Client.Machines.SetWorkloadAnnotationsAsync(context.SystemId, set.Wanted, token).ConfigureAwait(false);

    /// <summary>What is deployed next is what MAAS gave: it has to be what was asked for.</summary>
    private static async Task AllocateAsync(MachineContext context, CancellationToken token)
    {
        var given = await context.Client.Machines.AllocateAsync(context.SystemId, token).ConfigureAwait(false);
        if (given.SystemId == context.SystemId)
        {
            context.Machine = given;
            return;
        }

        await context.Client.Machines.ReleaseAsync(given.SystemId, new ReleaseRequest(), token).ConfigureAwait(false);
        throw new NodeException(
            ErrorIds.WrongMachineAllocated,
            $"MAAS was asked for machine {context.Machine} ({context.SystemId}) and allocated {given} ({given.SystemId}) instead. "
            + "That one was given back and nothing was deployed; look at what stands between this client and MAAS, then run the step again.");
    }

    /// <summary>A rack that went away after it was asked for: since 3.5 MAAS says that it has no queue for the machine's power controller.</summary>
    private static async Task DeployAsync(MachineContext context, DeployMachine deploy, CancellationToken token)
    {
        try
        {
            context.Machine = await context.Client.Machines.DeployAsync(context.SystemId, deploy.Request, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode >= 500 && e.Body?.Contains("BMC task queue", StringComparison.Ordinal) == true)
        {
            throw new NodeException(
                ErrorIds.NoRackConnected,
                $"MAAS reaches the power controller of machine {context.Machine} by no rack controller, so that node {deploy.Node.Name} cannot be deployed: "
                + $"{e.Sentence} See to it that a rack controller runs and reaches both (Get-MaasRackController), then run the step again.",
                e);
        }
    }
}

using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Carries out release and removal.</summary>
internal sealed class ReleaseExecutor : FamilyExecutor<ReleaseOperation, MachineContext>
{
    /// <summary>What a release that failed does not change.</summary>
    public const string Regardless = "The machine is removed all the same.";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(ReleaseOperation operation, MachineContext context, CancellationToken token)
    {
        var machines = context.Client.Machines;
        switch (operation)
        {
            case ReleaseMachine release:
                await ReleaseAsync(release, context, token).ConfigureAwait(false);
                break;
            case SetManualPower:
                context.Machine =
                    await machines.UpdateAsync(context.SystemId, new MachineUpdate { PowerType = SetManualPower.Manual }, token).ConfigureAwait(false);
                break;
            case DeleteMachine:
                await machines.DeleteAsync(context.SystemId, token).ConfigureAwait(false);
                break;
            default:
                throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation));
        }
    }

    private static async Task ReleaseAsync(ReleaseMachine release, MachineContext context, CancellationToken token)
    {
        try
        {
            context.Machine = await context.Client.Machines.ReleaseAsync(context.SystemId, release.Request, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (release.MayFail && e.StatusCode >= 500)
        {
            context.Warn($"{e.Message} {Regardless}");
        }
    }
}

/// <summary>Carries out the waiting for a release.</summary>
/// <param name="wait">How it is waited.</param>
internal sealed class ReleaseWaitExecutor(ReleaseWait wait) : FamilyExecutor<AwaitRelease, MachineContext>
{
    /// <summary>Where asked, what follows is done to a machine whose release fails.</summary>
    protected override async Task ExecuteAsync(AwaitRelease operation, MachineContext context, CancellationToken token)
    {
        try
        {
            context.Machine = await wait.UntilReleasedAsync(new NodeObservation(operation.Node, context.Machine, context.Observer), token).ConfigureAwait(false);
        }
        catch (MaasException e) when (operation.MayFail && e is NodeException { ErrorId: ErrorIds.ReleaseFailed } or MaasApiException { StatusCode: >= 500 })
        {
            context.Warn($"{e.Message} {ReleaseExecutor.Regardless}");
        }
    }
}

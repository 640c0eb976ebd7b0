using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Carries out release and removal.</summary>
internal sealed class ReleaseExecutor : FamilyExecutor<ReleaseOperation, MachineContext>
{
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
            context.Warn($"{e.Message} {RemoveStep.Regardless}");
        }
    }
}

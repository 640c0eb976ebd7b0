using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Commission;

/// <summary>Carries out commissioning.</summary>
/// <param name="failed">The machines whose failed tests were passed over.</param>
internal sealed class CommissionExecutor(FailedTests failed) : FamilyExecutor<CommissionOperation, MachineContext>
{
    private const string Comment = "It is commissioned anew.";

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CommissionOperation operation, MachineContext context, CancellationToken token) => operation switch
    {
        OverrideFailedTests => OverrideAsync(context, token),
        CommissionMachine commission => CommissionAsync(context, commission.Request, token),
        _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
    };

    private async Task OverrideAsync(MachineContext context, CancellationToken token)
    {
        // Noted first: an answer that is lost may have been a success.
        failed.Note(context.SystemId);
        context.Machine = await context.Client.Machines.OverrideFailedTestingAsync(context.SystemId, Comment, token).ConfigureAwait(false);
    }

    private async Task CommissionAsync(MachineContext context, CommissionRequest request, CancellationToken token)
    {
        await StartAsync(context, request, token).ConfigureAwait(false);
        failed.Forget(context.SystemId);
    }

    private static async Task StartAsync(MachineContext context, CommissionRequest request, CancellationToken token)
    {
        try
        {
            context.Machine = await context.Client.Machines.CommissionAsync(context.SystemId, request, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 400 && e.Body?.Contains("Ephemeral operating system", StringComparison.Ordinal) == true)
        {
            throw new NodeException(
                ErrorIds.ImageNotFound,
                $"Machine {context.Machine} ({context.SystemId}) cannot be commissioned, for MAAS has no image to boot it with: {e.Body.Trim().TrimEnd('.')}. "
                + "Are a rack controller connected (Get-MaasRackController) and the images imported (Get-MaasBootResource)? "
                + "Wait until they are, or import them (Set-MaasSiteBootMedia); then run the step again.",
                e);
        }
    }
}

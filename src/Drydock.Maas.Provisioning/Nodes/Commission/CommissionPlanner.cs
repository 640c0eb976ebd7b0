using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Commission;

/// <summary>Decides from a machine's status whether it has to be commissioned.</summary>
internal static class CommissionPlanner
{
    /// <summary>Plans the commissioning; empty for a machine that is commissioned or being so.</summary>
    public static Plan<MachineContext> Plan(Machine machine, CommissionStepOptions options, FailedTests failed)
    {
        var builder = new PlanBuilder<MachineContext>();
        switch (machine.StatusName)
        {
            case MachineState.Broken or MachineState.FailedTesting when MachineState.HoldsSystem(machine):
                throw MachineState.InUse(machine, "commissioning");
            case MachineState.New or MachineState.Broken or MachineState.FailedCommissioning or MachineState.FailedTesting:
            case MachineState.Ready when options.Recommission || failed.WereOverridden(machine):
                AddCommission(builder, machine, options, failed);
                break;
            case MachineState.Commissioning or MachineState.Testing:
                builder.Say($"Machine {machine} is {machine.StatusName} already; waiting for it.");
                break;
            case MachineState.Ready:
                break;
            case MachineState.Allocated or MachineState.Deploying or MachineState.Deployed or MachineState.FailedDeployment
                or MachineState.ReleasingFailed or MachineState.FailedDiskErasing:
                builder.Say($"Machine {machine} is {machine.StatusName}; it is not commissioned again.");
                break;
            default:
                throw MachineState.Wrong(machine, "commissioning", "Wait until it is New or Ready, or release or abort it in MAAS.");
        }

        return builder.Build();
    }

    private static void AddCommission(PlanBuilder<MachineContext> builder, Machine machine, CommissionStepOptions options, FailedTests failed)
    {
        if (machine.Locked)
            throw MachineState.Locked(machine);
        var change = new PlannedChange
        {
            Action = ChangeAction.Commission,
            Kind = ResourceKind.Machine,
            Resource = machine.ToString(),
            Before = machine.StatusName,
            Severity = ChangeSeverity.Disruptive,
        };
        if (machine.BootInterface?.Vlan is { DhcpOn: false, RelayVlan: null, ExternalDhcp: { Length: > 0 } other } vlan)
        {
            builder.Say(
                $"Machine {machine} boots on VLAN {vlan}, where MAAS serves no DHCP and has seen {other} do so: that server has to send machines to MAAS "
                + "(next-server), or they do not begin.");
        }

        failed.PlanOverride(builder, machine);
        builder.Add(change, async (context, token) =>
        {
            await CommissionAsync(context, options.Request, token).ConfigureAwait(false);
            failed.Forget(context.SystemId);
        });
    }

    private static async Task CommissionAsync(MachineContext context, CommissionRequest request, CancellationToken token)
    {
        try
        {
            context.Machine = await context.Client.Machines.CommissionAsync(context.SystemId, request, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 400 && e.Body?.Contains("Ephemeral operating system", StringComparison.Ordinal) == true)
        {
            throw new NodeException(
                NodeErrorIds.ImageNotFound,
                $"Machine {context.Machine} ({context.SystemId}) cannot be commissioned, for MAAS has no image to boot it with: {e.Body.Trim().TrimEnd('.')}. "
                + "Are a rack controller connected (Get-MaasRackController) and the images imported (Get-MaasBootResource)? "
                + "Wait until they are, or import them (Set-MaasSiteBootMedia); then run the step again.",
                e);
        }
    }
}

using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>Decides from a machine's status what is left to do until it is deployed as designed.</summary>
internal static class DeployPlanner
{
    /// <summary>Plans allocation, owner data and deployment.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="user">The connected user: a machine allocated to somebody else is not ours.</param>
    /// <param name="options">How it is deployed.</param>
    /// <param name="userData">What its boot actions put onto it; null for nothing.</param>
    public static Plan<MachineContext> Plan(DrydockNode node, Machine machine, string user, DeployStepOptions options, UserData? userData = null)
    {
        var builder = new PlanBuilder<MachineContext>();
        switch (machine.KnownStatus)
        {
            case MachineStatus.Ready:
                RequireUnlocked(machine);
                builder.Add(new AllocateMachine(machine));
                OwnerDataPlanner.SayWhatIsLeftOut(builder, node);
                OwnerDataPlanner.Plan(builder, node, machine);
                AddDeploy(builder, node, machine, options, userData);
                break;
            case MachineStatus.Allocated:
                RequireUnlocked(machine);
                RequireOwner(machine, user);
                OwnerDataPlanner.SayWhatIsLeftOut(builder, node);
                OwnerDataPlanner.Plan(builder, node, machine);
                AddDeploy(builder, node, machine, options, userData);
                break;
            case MachineStatus.Deploying:
                builder.Say($"Machine {machine} is Deploying already; waiting for it.");
                break;
            case MachineStatus.Deployed:
                SayWhatDiffers(builder, node, machine);
                if (machine.Owner == user)
                    OwnerDataPlanner.Plan(builder, node, machine);
                else
                    OwnerDataPlanner.Block(builder, node, machine, user);
                break;
            case MachineStatus.Testing or MachineStatus.FailedTesting when MachineState.HoldsSystem(machine):
                throw MachineState.InUse(machine, "deployment");
            case MachineStatus.New or MachineStatus.Commissioning or MachineStatus.Testing or MachineStatus.FailedCommissioning or MachineStatus.FailedTesting:
                throw MachineState.NotCommissioned(machine, "deployment");
            default:
                throw MachineState.Wrong(machine, "deployment", Advice(machine));
        }

        return builder.Build();
    }

    private static string Advice(Machine machine) => machine.KnownStatus switch
    {
        MachineStatus.Broken => "Somebody marked it broken: see to it and mark it fixed in MAAS, or commission it (Invoke-MaasCommission).",
        _ when MachineState.IsInRescue(machine) => "Take it out of rescue mode in MAAS first.",
        _ => "It has to be Ready: release it (Invoke-MaasRelease) or commission it (Invoke-MaasCommission) first.",
    };

    private static void AddDeploy(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, DeployStepOptions options, UserData? userData)
    {
        var request = new DeployRequest
        {
            DistroSeries = node.Image is { } image ? OsImage.DistroSeries(image) : null,
            HweKernel = node.Kernel,
            UserData = userData?.Base64,
            EphemeralDeploy = options.Ephemeral,
            EnableHwSync = options.HardwareSync,
        };
        foreach (var (nic, subnet) in machine.Interfaces.SelectMany(i => i.Links.Where(l => l.Mode == "auto" && l.Subnet is { Managed: false }), (i, l) => (i, l.Subnet!)))
        {
            builder.Say(
                $"Interface {nic.Name} of machine {machine} takes an address of MAAS's choosing on subnet {subnet.Cidr}, which MAAS does not manage (managed is "
                + "off): there it chooses only from reserved ranges, and the deployment fails where these are full.");
        }

        builder.Add(new DeployMachine(machine, node, request, userData?.Summary));
    }

    private static void SayWhatDiffers(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine)
    {
        if (node.Image is not null && !OsImage.IsSame(node.Image, machine.Osystem, machine.DistroSeries))
            Block(builder, machine, ChangeProperty.Image, machine.DistroSeries, node.Image);
        // On any other system it is the installer's kernel that MAAS tells.
        if (node.Kernel is not null && machine is { Osystem: null or "" or UbuntuReleases.Os, HweKernel: { Length: > 0 } kernel } && kernel != node.Kernel)
            Block(builder, machine, ChangeProperty.Kernel, kernel, node.Kernel);
    }

    private static void Block(PlanBuilder<MachineContext> builder, Machine machine, ChangeProperty property, string? before, string after)
    {
        builder.Say($"Machine {machine} runs {(property == ChangeProperty.Image ? "" : "kernel ")}{before}, the design says {after}; release it to deploy anew.");
        var change = Operation.Set(ResourceKind.Machine, machine.ToString(), property, before, after, ChangeSeverity.Destructive);
        builder.Block(change, $"machine is {machine.StatusName}; release it to deploy anew");
    }

    private static void RequireUnlocked(Machine machine)
    {
        if (machine.Locked)
            throw MachineState.Locked(machine);
    }

    private static void RequireOwner(Machine machine, string user)
    {
        if (machine.Owner is { Length: > 0 } owner && owner != user)
            throw MachineState.Wrong(machine, "deployment", $"It is allocated to {owner}, not to {user}: ask {owner} to release it, or deploy it as {owner}.");
    }
}

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
    public static Plan Plan(DrydockNode node, Machine machine, string user, DeployStepOptions options, UserData? userData = null)
    {
        switch (StatusRule.Deploy.Judge(machine.KnownStatus))
        {
            case StatusMeaning.Needed when machine.KnownStatus == MachineStatus.Allocated:
                RequireUnlocked(machine);
                RequireOwner(machine, user);
                return Plan(node, machine, options, userData);
            case StatusMeaning.Needed:
                RequireUnlocked(machine);
                return Plan(node, machine, options, userData, new AllocateMachine(machine));
            case StatusMeaning.UnderWay:
                return new() { Messages = [$"Machine {machine} is Deploying already; waiting for it."] };
            case StatusMeaning.Done:
                return Compare(node, machine, user);
            case StatusMeaning.TooEarly when MachineState.HoldsSystem(machine):
                throw MachineState.InUse(machine, "deployment");
            case StatusMeaning.TooEarly:
                throw MachineState.NotCommissioned(machine, "deployment");
            default:
                throw MachineState.Wrong(machine, "deployment", Advice(machine));
        }
    }

    private static Plan Plan(DrydockNode node, Machine machine, DeployStepOptions options, UserData? userData, params IEnumerable<Operation> before)
    {
        var request = new DeployRequest
        {
            DistroSeries = node.Image is { } image ? OsImage.DistroSeries(image) : null,
            HweKernel = node.Kernel,
            UserData = userData?.Base64,
            EphemeralDeploy = options.Ephemeral,
            EnableHwSync = options.HardwareSync,
        };
        var deploy = new DeployMachine(machine, node, request, userData?.Summary) { Preconditions = [new ConnectedRack(node.Name)] };
        return new([.. before, OwnerDataPlanner.Compare(node, machine), deploy])
        {
            Messages = [.. OwnerDataPlanner.DescribeLeftOut(node), .. FindUnmanagedLinks(machine)],
        };
    }

    private static IEnumerable<string> FindUnmanagedLinks(Machine machine) =>
        from nic in machine.Interfaces
        from link in nic.Links
        where link.Mode == "auto" && link.Subnet is { Managed: false }
        select $"Interface {nic.Name} of machine {machine} takes an address of MAAS's choosing on subnet {link.Subnet!.Cidr}, which MAAS does not manage (managed is "
            + "off): there it chooses only from reserved ranges, and the deployment fails where these are full.";

    private static string Advice(Machine machine) => machine.KnownStatus switch
    {
        MachineStatus.Broken => "Somebody marked it broken: see to it and mark it fixed in MAAS, or commission it (Invoke-MaasCommission).",
        _ when MachineState.IsInRescue(machine) => "Take it out of rescue mode in MAAS first.",
        _ => "It has to be Ready: release it (Invoke-MaasRelease) or commission it (Invoke-MaasCommission) first.",
    };

    /// <summary>What of a deployed machine can be set, and what only another deployment could mend.</summary>
    private static Plan Compare(DrydockNode node, Machine machine, string user)
    {
        var differences = new List<Plan>();
        if (node.Image is not null && !OsImage.IsSame(node.Image, machine.Osystem, machine.DistroSeries))
            differences.Add(Block(machine, ChangeProperty.Image, machine.DistroSeries, node.Image));
        // On any other system it is the installer's kernel that MAAS tells.
        if (node.Kernel is not null && machine is { Osystem: null or "" or UbuntuReleases.Os, HweKernel: { Length: > 0 } kernel } && kernel != node.Kernel)
            differences.Add(Block(machine, ChangeProperty.Kernel, kernel, node.Kernel));
        var ownerData = machine.Owner == user && !machine.Locked ? new(OwnerDataPlanner.Compare(node, machine)) : OwnerDataPlanner.Block(node, machine, user);
        return Engine.Plans.Plan.Join([.. differences, ownerData]);
    }

    private static Plan Block(Machine machine, ChangeProperty property, string? before, string after)
    {
        var change = Operation.Set(ResourceKind.Machine, machine.ToString(), property, before, after, ChangeSeverity.Destructive);
        return new()
        {
            Messages = [$"{Describe(machine, property, before)}, the design says {after}; release it to deploy anew."],
            Blocked = [change with { Blocker = $"machine is {machine.StatusName}; release it to deploy anew" }],
        };
    }

    // A release that no rack could carry out leaves a machine Deployed, and without its system and disks.
    private static string Describe(Machine machine, ChangeProperty property, string? before) => (property, before) switch
    {
        (_, null or "") => $"MAAS names no operating system for machine {machine}, as after a release that failed",
        (ChangeProperty.Image, _) => $"Machine {machine} runs {before}",
        _ => $"Machine {machine} runs kernel {before}",
    };

    private static void RequireUnlocked(Machine machine)
    {
        if (machine.Locked)
            throw NodeException.RefuseLocked(machine);
    }

    private static void RequireOwner(Machine machine, string user)
    {
        if (machine.Owner is { Length: > 0 } owner && owner != user)
            throw MachineState.Wrong(machine, "deployment", $"It is allocated to {owner}, not to {user}: ask {owner} to release it, or deploy it as {owner}.");
    }
}

using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>
/// Plans the owner data of a node's machine; what the design does not name stays. MAAS lets nobody but the owner set them.
/// </summary>
internal static class OwnerDataPlanner
{
    /// <summary>Plans them all in one write.</summary>
    public static void Plan(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine) => builder.Add(Compare(node, machine));

    /// <summary>Tells what MAAS cannot hold; published sites have keys that were taken before MAAS 2.9.</summary>
    public static void SayWhatIsLeftOut(PlanBuilder<MachineContext> builder, DrydockNode node)
    {
        foreach (var key in node.OwnerData.Keys.Where(k => !OwnerDataKey.IsTaken(k)))
            builder.Say($"Owner data {key} is left out: MAAS takes letters, digits, _, . and - in a key, and not the key op.");
    }

    /// <summary>Tells what differs on a machine of somebody else.</summary>
    public static void Block(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, string user)
    {
        var why = string.IsNullOrEmpty(machine.Owner)
            ? "machine has no owner, and MAAS lets only an owner set owner data; release it to deploy anew"
            : $"machine belongs to {machine.Owner}, and MAAS lets only its owner set owner data; "
                + $"run the step as {machine.Owner}, not as {user}";
        foreach (var change in Compare(node, machine).Changes)
        {
            var difference = $"owner data {change.PropertyKey} of machine {machine} is {change.Before ?? "(none)"}, the design says {change.After}";
            builder.Say($"Left as it is: {difference}; {why}.");
            builder.Block(change, why);
        }
    }

    private static SetOwnerData Compare(DrydockNode node, Machine machine) => new(
        machine,
        node.OwnerData.Where(d => OwnerDataKey.IsTaken(d.Key) && (machine.WorkloadAnnotations.GetValueOrDefault(d.Key) ?? "") != d.Value).ToDictionary());
}

using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>
/// Plans the owner data of a node's machine; what the design does not name stays. MAAS lets nobody but the owner set them.
/// </summary>
internal static class OwnerDataPlanner
{
    /// <summary>The one write that sets all that differ.</summary>
    public static SetOwnerData Compare(DrydockNode node, Machine machine) => new(
        machine,
        node.OwnerData.Where(d => OwnerDataKey.IsTaken(d.Key) && (machine.WorkloadAnnotations.GetValueOrDefault(d.Key) ?? "") != d.Value).ToDictionary());

    /// <summary>What MAAS cannot hold, in words; published sites have keys that were taken before MAAS 2.9.</summary>
    public static IEnumerable<string> DescribeLeftOut(DrydockNode node) => node.OwnerData.Keys.Where(k => !OwnerDataKey.IsTaken(k))
        .Select(key => $"Owner data {key} is left out: MAAS takes letters, digits, _, . and - in a key, and not the key op.");

    /// <summary>What differs on a locked machine, or on one of somebody else, and is only told.</summary>
    public static Plan Block(DrydockNode node, Machine machine, string user)
    {
        var why = machine switch
        {
            { Locked: true } => "machine is locked in MAAS; unlock it first",
            { Owner: null or "" } => "machine has no owner, and MAAS lets only an owner set owner data; release it to deploy anew",
            _ => $"machine belongs to {machine.Owner}, and MAAS lets only its owner set owner data; run the step as {machine.Owner}, not as {user}",
        };
        var changes = Compare(node, machine).Changes;
        return new()
        {
            Blocked = [.. changes.Select(c => c with { Blocker = why })],
            Messages = [.. changes.Select(c => $"Left as it is: owner data {c.PropertyKey} of machine {machine} is {c.Before ?? "(none)"}, the design says {c.After}; {why}.")],
        };
    }
}

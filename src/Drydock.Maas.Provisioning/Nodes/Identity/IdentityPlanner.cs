using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Compares name, domain and power parameters of a machine with its node.</summary>
internal static class IdentityPlanner
{
    /// <summary>Plans one update of the machine, or nothing.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="wanted">Power parameters the design asks for; null to leave power alone.</param>
    /// <param name="present">The machine's power parameters; needed only with <paramref name="wanted"/>.</param>
    /// <param name="locks">Serialises power changes of one management controller or hypervisor.</param>
    public static Plan<MachineContext> Plan(
        DrydockNode node, Machine machine, NodePower? wanted = null, PowerParameters? present = null, KeyedLock? locks = null)
    {
        var changes = new List<PlannedChange>();
        var update = new MachineUpdate();
        if (!string.Equals(machine.Hostname, node.Name, StringComparison.OrdinalIgnoreCase))
        {
            update = update with { Hostname = node.Name };
            changes.Add(Change(machine, ChangeProperty.Hostname, machine.Hostname, node.Name, ChangeSeverity.Cosmetic));
        }

        if (machine.Domain?.Name != node.Domain)
        {
            update = update with { Domain = node.Domain };
            changes.Add(
                Change(machine, ChangeProperty.Domain, machine.Domain?.Name, node.Domain, ChangeSeverity.Cosmetic) with { Parents = [node.Domain] });
        }

        if (wanted is not null)
            update = AddPower(machine, wanted, present, update, changes);

        var builder = new PlanBuilder<MachineContext>();
        if (update.Hostname is { } hostname)
            builder.Require(new FreeHostname(hostname, machine));
        builder.Add(changes, (context, token) => ApplyAsync(context, update, wanted, locks, token));
        return builder.Build();
    }

    private static MachineUpdate AddPower(
        Machine machine, NodePower wanted, PowerParameters? present, MachineUpdate update, List<PlannedChange> changes)
    {
        var differing = wanted.Parameters.Where(p => !IsSame(p.Key, present?.All.GetValueOrDefault(p.Key), p.Value)).ToList();
        if (machine.PowerType == wanted.Type && differing.Count == 0)
            return update;

        if (machine.PowerType != wanted.Type)
            changes.Add(Change(machine, ChangeProperty.PowerType, machine.PowerType, wanted.Type, ChangeSeverity.Disruptive));
        foreach (var (name, value) in differing)
        {
            var secret = name == NodePower.Password;
            var before = secret ? "(secret)" : present?.All.GetValueOrDefault(name);
            changes.Add(Change(machine, ChangeProperty.PowerParameter, before, secret ? "(new secret)" : value, ChangeSeverity.Disruptive) with { PropertyKey = name });
        }

        return update with { PowerType = wanted.Type, PowerParameters = wanted.Parameters };
    }

    private static bool IsSame(string name, string? present, string wanted) =>
        name == NodePower.AddressParameter ? ControllerAddress.Parse(present) == ControllerAddress.Parse(wanted) : present == wanted;

    private static async Task ApplyAsync(
        MachineContext context, MachineUpdate update, NodePower? power, KeyedLock? locks, CancellationToken token)
    {
        // MAAS breaks when two machines of one hypervisor get their power parameters at the same time.
        using var turn = update.PowerType is not null && power?.Address is { } address && locks is not null
            ? await locks.EnterAsync(address, token).ConfigureAwait(false)
            : null;
        try
        {
            context.Machine = await context.Client.Machines.UpdateAsync(context.SystemId, update, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (DomainError.Is(e, update.Domain))
        {
            throw DomainError.Of(e, update.Domain);
        }
    }

    private static PlannedChange Change(Machine machine, ChangeProperty property, string? before, string? after, ChangeSeverity severity) => new()
    {
        Action = ChangeAction.Update,
        Kind = ResourceKind.Machine,
        Resource = machine.ToString(),
        Property = property,
        Before = before,
        After = after,
        Severity = severity,
    };
}

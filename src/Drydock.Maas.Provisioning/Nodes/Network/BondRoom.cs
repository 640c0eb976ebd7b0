using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>What of a bond that is there stays in it when other interfaces of the design take the NICs they want.</summary>
/// <param name="Kept">Its members that the design has too, in the design's order.</param>
/// <param name="Given">Whether another interface wants one of its members.</param>
internal sealed record BondRoom(IReadOnlyList<string> Kept, bool Given)
{
    public static BondRoom Of(DesiredInterface owner, NetworkInterface bond, IReadOnlyList<DesiredInterface> interfaces) => new(
        [.. owner.Members.Where(bond.Parents.Contains)],
        interfaces.Any(d => d != owner && d.Nics.Any(bond.Parents.Contains)));

    /// <summary>Plans that NICs leave bonds before anything is planned for them; answers the bonds as they are then, by name.</summary>
    public static IReadOnlyDictionary<string, NetworkInterface> Plan(
        PlanBuilder<MachineContext> builder, Machine machine, IReadOnlyList<DesiredInterface> interfaces, IReadOnlySet<string> gone)
    {
        var made = new Dictionary<string, NetworkInterface>(StringComparer.Ordinal);
        foreach (var desired in interfaces.Where(d => d.Bonding is not null))
        {
            if (InterfacePlanner.Find(machine, desired.Name, gone) is not { } bond
                || Of(desired, bond, interfaces) is not { Given: true } room)
                continue;
            builder.Add(Change(bond, room.Kept), async (context, token) =>
            {
                var request = new BondRequest
                {
                    Parents = [.. room.Kept.Select(m => context.Interface(m).Id)],
                    Tags = InterfaceTags.ToKeep(bond),
                };
                context.Keep(
                    await context.Client.Interfaces.UpdateBondAsync(context.SystemId, bond.Id, request, token).ConfigureAwait(false));
            });
            made[bond.Name] = bond with { Parents = room.Kept };
        }

        return made;
    }

    /// <summary>The change of a bond's members.</summary>
    public static PlannedChange Change(NetworkInterface bond, IReadOnlyList<string> members) => NetworkChange.Set(
        bond.Name, ChangeProperty.BondMembers, string.Join(", ", bond.Parents.Order(StringComparer.Ordinal)), string.Join(", ", members));
}

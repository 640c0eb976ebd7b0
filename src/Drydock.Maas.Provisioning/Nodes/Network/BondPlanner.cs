using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Plans bonds: made of their NICs, or mended in one update.</summary>
internal static class BondPlanner
{
    public static void PlanNew(
        PlanBuilder<MachineContext> builder, Machine machine, DesiredInterface desired, IReadOnlySet<string> gone)
    {
        var bonding = desired.Bonding!;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{bonding.Mode} of {string.Join(", ", desired.Members)}, mtu {desired.Mtu}");
        var over = desired.Members.SelectMany(m => InterfacePlanner.GoneOver(machine, m, gone)).Distinct();
        string[] parents = [.. desired.Members, .. over];
        builder.Add(NetworkChange.Create(ResourceKind.Interface, desired.Name, detail, parents), async (context, token) =>
        {
            var request = new BondRequest
            {
                Name = desired.Name,
                Parents = [.. desired.Members.Select(m => context.Interface(m).Id)],
                VlanId = desired.Vlan.Id,
                Mtu = desired.Mtu,
                Mode = bonding.Mode,
                MonitorInterval = bonding.MonitorInterval,
                UpDelay = bonding.UpDelay,
                DownDelay = bonding.DownDelay,
                LacpRate = bonding.PeerRate,
                TransmitHashPolicy = bonding.TransmitHash,
            };
            context.Keep(await context.Client.Interfaces.CreateBondAsync(context.SystemId, request, token).ConfigureAwait(false));
        });
    }

    /// <summary>Plans what an existing bond lacks; one below a bridge has its VLAN from that.</summary>
    public static void PlanDifference(
        PlanBuilder<MachineContext> builder, DesiredInterface desired, NetworkInterface bond, NetworkInterface? bridge, bool keepsMtu)
    {
        var difference = BondDifference.Of(desired, bond, bridge, keepsMtu);
        builder.Add(difference.Changes, async (context, token) =>
        {
            var parents = difference.OtherMembers ? desired.Members.Select(m => context.Interface(m).Id) : [];
            var request = difference.Request with { Parents = [.. parents], Tags = InterfaceTags.ToKeep(bond) };
            context.Keep(await context.Client.Interfaces.UpdateBondAsync(context.SystemId, bond.Id, request, token).ConfigureAwait(false));
        });
    }
}

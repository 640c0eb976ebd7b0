using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>Notices that MAAS itself gives administrators: subnets that run out of addresses, no DHCP at all.</summary>
internal static class SiteNotices
{
    private const string Threshold = "subnet_ip_exhaustion_threshold_count";

    private const string NoDhcp = "dhcp_disabled_all_vlans";

    /// <summary>
    /// Call before a VLAN is made or changed. The VLANs are looked at as they still are: that DHCP was switched off on the last one is noted when
    /// the next one is saved.
    /// </summary>
    public static void NoteVlan(SimulatorState state, bool dhcpOn)
    {
        if (dhcpOn)
        {
            state.Notifications.RemoveAll(notice => notice.Ident == NoDhcp);
        }
        else if (!state.Notifications.Exists(notice => notice.Ident == NoDhcp) && !state.Vlans.Exists(vlan => vlan.DhcpOn))
        {
            state.Notifications.Add(new()
            {
                Id = state.Ids.Next("notification"),
                Ident = NoDhcp,
                ForAdmins = true,
                Category = "warning",
                Message = "DHCP is not enabled on any VLAN.  This will prevent machines from being able to PXE boot, unless an external DHCP server is being used.",
            });
        }
    }

    /// <summary>Gives the notices whose reason is new, and takes back those whose reason is gone. One that was deleted comes back with a new reason only.</summary>
    public static void Settle(SimulatorState state)
    {
        var threshold = state.Config.GetValueOrDefault(Threshold)?.GetValue<int>() ?? 0;
        foreach (var subnet in state.Subnets)
            Settle(state, subnet, threshold);
        foreach (var ident in state.NoticesGiven.Where(ident => !state.Subnets.Exists(subnet => GetIdent(subnet) == ident)).ToList())
            TakeBack(state, ident);
    }

    private static void Settle(SimulatorState state, SimulatedSubnet subnet, int threshold)
    {
        var ident = GetIdent(subnet);
        if (threshold <= 0 || SubnetStatistics.Exhaustion(state, subnet, threshold) is not { } message)
        {
            TakeBack(state, ident);
            return;
        }

        if (!state.NoticesGiven.Contains(ident))
        {
            state.NoticesGiven.Add(ident);
            state.Notifications.Add(new() { Id = state.Ids.Next("notification"), Ident = ident, ForAdmins = true, Category = "warning" });
        }

        if (state.Notifications.Find(notice => notice.Ident == ident) is { } given)
            given.Message = message;
    }

    private static void TakeBack(SimulatorState state, string ident)
    {
        if (state.NoticesGiven.Remove(ident))
            state.Notifications.RemoveAll(notice => notice.Ident == ident);
    }

    private static string GetIdent(SimulatedSubnet subnet) => FormattableString.Invariant($"ip_exhaustion__subnet_{subnet.Id}");
}

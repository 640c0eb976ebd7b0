using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>Notices that nobody asked MAAS for.</summary>
public sealed class SiteNoticeTests
{
    private readonly OneMachine _lab = new();

    [Fact]
    public void That_no_VLAN_has_DHCP_is_noted_with_the_next_VLAN_and_taken_back_with_DHCP()
    {
        var vlan = _lab.Core.State.Vlans.First(vlan => vlan.DhcpOn);
        Switch("false");
        Assert.Equal(0, Count());

        Assert.Equal(200, _lab.Ask("POST", "fabrics/", null, ("name", "next")).Status);
        Assert.Equal(1, Count());

        Switch("true");
        Assert.Equal(0, Count());

        void Switch(string value) => Assert.Equal(200, _lab.Ask("PUT", $"vlans/{vlan.Id}/", null, ("dhcp_on", value)).Status);
    }

    private int Count() => OneMachine.Json(_lab.Core.HandleAs(
        _lab.Core.State.Users.First(user => user.IsSuperuser), new ApiRequest("GET", Router.ApiRoot + "notifications/"))).AsArray()
        .Count(notice => notice!["ident"]?.GetValue<string>() == "dhcp_disabled_all_vlans");
}

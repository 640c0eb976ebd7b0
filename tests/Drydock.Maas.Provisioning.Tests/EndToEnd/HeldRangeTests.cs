using System.Net;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Addresses that MAAS has given away, or keeps for a MAC address, where a range or an interface is to have them.</summary>
public sealed class HeldRangeTests
{
    private const string Node = "control01";
    private const string Pxe = "10.61.0.0/22";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_DHCP_range_that_would_grow_over_a_given_address_is_refused_with_its_holder(bool isPlan)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        var outside = Shrink(site);
        Look(site, state => state.HeldAddresses.Add(new() { Id = state.Ids.Next("address"), Address = outside, Subnet = GetSubnet(state), User = state.Users[1], Created = state.Now }));
        site.Simulator.ResetRequests();

        var results = await RunAsync(site, isPlan);

        var pxe = results.Single(r => r.Target == "pxe");
        Assert.Equal(ErrorIds.AddressInUse, Assert.IsType<NodeException>(pxe.Error).ErrorId);
        Assert.Contains($"{outside} by user admin, who reserved it", pxe.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(0, site.Writes);
        Assert.All(results.Where(r => r != pxe), r => Assert.Null(r.Error));
    }

    [Fact]
    public async Task Leases_do_not_hinder_a_range_and_those_it_leaves_are_told()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        var outside = Shrink(site, isGrown: true);
        site.Look(Node, m => m.Interfaces[0].Discovered = (GetSubnet(site.Simulator.State), outside));

        var pxe = (await RunAsync(site, isPlan: false)).Single(r => r.Target == "pxe");

        Assert.Null(pxe.Error);
        Assert.Equal(StepStatus.Changed, pxe.Status);
        Assert.Contains(pxe.Messages, m => m.Contains($"{outside} by machine", StringComparison.Ordinal) && m.Contains("stay until they end", StringComparison.Ordinal));
        Assert.All(await RunAsync(site, isPlan: false), r => Assert.NotEqual(StepStatus.Changed, r.Status));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_address_kept_for_another_MAC_is_told_before_the_first_write(bool isPlan)
    {
        await using var site = await SimulatedSite.ExampleAsync(version: "3.7");
        await site.PrepareAsync(NodeStepKind.Commission, Node);
        Reserve(site, "10.62.0.21", "52:54:00:77:00:09");
        site.Simulator.ResetRequests();

        var result = await site.StepAsync(NodeStepKind.Network, Node, observer: new RecordingObserver { PlanOnly = isPlan });

        Assert.Equal(ErrorIds.AddressInUse, Assert.IsType<NodeException>(result.Error).ErrorId);
        Assert.Contains("10.62.0.21", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("kept for MAC address 52:54:00:77:00:09 (camera)", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task A_DHCP_range_leaves_a_reserved_IP_out_and_the_second_run_writes_nothing()
    {
        await using var site = await SimulatedSite.ExampleAsync(version: "3.7");
        await site.PrepareSiteAsync();
        var range = Look(site, state => state.IPRanges.First(r => r.Subnet.Cidr.ToString() == Pxe && r.Type == "dynamic"));
        var kept = AddressOrder.Shift(range.Start, 5);
        Look(site, state => state.IPRanges.RemoveAll(r => r.Subnet == range.Subnet));
        Reserve(site, kept.ToString(), "52:54:00:77:00:09");

        var pxe = (await RunAsync(site, isPlan: false)).Single(r => r.Target == "pxe");
        site.Simulator.ResetRequests();
        var again = await RunAsync(site, isPlan: false);

        Assert.Null(pxe.Error);
        Assert.Contains(pxe.Messages, m => m.Contains($"reserved IP {kept} of 52:54:00:77:00:09", StringComparison.Ordinal));
        Assert.Equal(0, site.Writes);
        Assert.All(again, r => Assert.Null(r.Error));
    }

    private static Task<IReadOnlyList<DrydockStepResult>> RunAsync(SimulatedSite site, bool isPlan) =>
        SiteStepRun.Create(site.Session, new SiteNetworkStepOptions(), new RecordingObserver { PlanOnly = isPlan }).RunAsync(site.Design, Token);

    /// <summary>Takes the last address of the PXE network's range away, or adds one; answers the address that changes.</summary>
    private static IPAddress Shrink(SimulatedSite site, bool isGrown = false) => Look(site, state =>
    {
        var range = state.IPRanges.Where(r => r.Subnet == GetSubnet(state) && r.Type == "dynamic").MaxBy(r => r.End, AddressOrder.Instance)!;
        var changed = isGrown ? AddressOrder.Next(range.End) : range.End;
        range.End = isGrown ? changed : AddressOrder.Previous(range.End);
        return changed;
    });

    private static void Reserve(SimulatedSite site, string address, string mac) => Look(site, state => state.ReservedIPs.Add(new()
    {
        Id = state.Ids.Next("reservedip"),
        Address = IPAddress.Parse(address),
        Subnet = state.Subnets.First(s => s.Cidr.Contains(IPAddress.Parse(address))),
        MacAddress = mac,
        Comment = "camera",
    }));

    private static SimulatedSubnet GetSubnet(SimulatorState state) => state.Subnets.First(s => s.Cidr.ToString() == Pxe);

    private static T Look<T>(SimulatedSite site, Func<SimulatorState, T> look)
    {
        lock (site.Simulator.State.Gate)
            return look(site.Simulator.State);
    }

    private static void Look(SimulatedSite site, Action<SimulatorState> act) => Look(site, state =>
    {
        act(state);
        return 0;
    });
}

using System.Net;
using Drydock.Maas.Api;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Drift;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>An address or a name of the design that somebody else holds in MAAS is told with its holder, before the first write.</summary>
public sealed class HeldAddressTests
{
    private const string Node = "control01";
    private const string Other = "control02";
    private const string Address = "10.62.0.21";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_device_that_holds_it_is_named() => RefusesAsync("device printer", async site =>
    {
        await SendAsync(site, "POST", "devices/", ("mac_addresses", "52:54:00:77:00:01"), ("hostname", "printer"));
        Look(site, state =>
        {
            var nic = state.Nodes.OfType<SimulatedDevice>().First(d => d.Hostname == "printer").Interfaces[0];
            nic.Links.Add(LinkOn(state, Address));
        });
    });

    [Fact]
    public Task Another_machine_that_holds_it_is_named() => RefusesAsync("machine control02", site =>
    {
        site.Look(Other, m => Do(() => m.Interfaces[0].Links.Add(LinkOn(site.Simulator.State, Address))));
        site.Look(Other, m => Do(() => m.Hostname = "stranger"));
        return Task.CompletedTask;
    }, "machine stranger");

    [Fact]
    public Task A_user_who_reserved_it_is_named() => RefusesAsync("user admin, who reserved it", site =>
        SendAsync(site, "POST", "ipaddresses/", ("op", "reserve"), ("ip", Address)));

    [Fact]
    public Task A_power_controller_that_holds_it_is_named() => RefusesAsync("the power controller of control02", site =>
    {
        site.Look(Other, m => Do(() => m.PowerParameters["power_address"] = Address));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_DNS_record_that_leads_to_it_is_named() => RefusesAsync("DNS record www.maas", site =>
        SendAsync(site, "POST", "dnsresources/", ("fqdn", "www.maas"), ("ip_addresses", Address)));

    [Theory]
    [InlineData(Other)]
    [InlineData(Node)]
    public Task A_lease_of_it_is_named_with_whoever_was_seen_with_it(string seen) => RefusesAsync($"machine {seen}", site =>
    {
        var subnet = site.Simulator.State.Subnets.First(s => s.Cidr.Contains(IPAddress.Parse(Address)));
        site.Look(seen, m => Do(() => m.Interfaces[1].Discovered = (subnet, IPAddress.Parse(Address))));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_dynamic_range_that_has_it_is_named() => RefusesAsync("dynamic range 10.62.0.20-10.62.0.25", site =>
    {
        Look(site, state => state.IPRanges.Add(new()
        {
            Id = state.Ids.Next("iprange"),
            Type = "dynamic",
            Subnet = state.Subnets.First(s => s.Cidr.ToString() == "10.62.0.0/24"),
            Start = IPAddress.Parse("10.62.0.20"),
            End = IPAddress.Parse("10.62.0.25"),
        }));
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Two_nodes_may_change_their_addresses_with_each_other()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Network, Node, Other);
        var (mine, theirs) = (LinkOf(site, Node), LinkOf(site, Other));
        site.Look(Node, m => Do(() => mine.Address = IPAddress.Parse("10.62.0.22")));
        site.Look(Other, m => Do(() => theirs.Address = IPAddress.Parse(Address)));

        var results = await Task.WhenAll(site.StepAsync(NodeStepKind.Network, Node), site.StepAsync(NodeStepKind.Network, Other));

        Assert.Empty(results.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        Assert.Equal(Address, site.Look(Node, _ => LinkOf(site, Node).Address!.ToString()));
    }

    [Fact]
    public async Task An_address_that_another_node_has_still_to_give_up_is_told_so_when_it_does_not()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Commission, Node, Other);
        site.Look(Other, m => Do(() => m.Interfaces[0].Links.Add(LinkOn(site.Simulator.State, Address))));

        var result = await site.StepAsync(NodeStepKind.Network, Node);

        Assert.Contains("held by machine control02", result.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("The design gives control02 another address", result.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_device_that_has_the_nodes_name_is_told(bool isPlan)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        await SendAsync(site, "POST", "devices/", ("mac_addresses", "52:54:00:77:00:01"), ("hostname", Node));
        site.Simulator.ResetRequests();

        var result = await site.StepAsync(NodeStepKind.Identity, Node, observer: new RecordingObserver { PlanOnly = isPlan });

        Assert.Equal(ErrorIds.HostnameInUse, Assert.IsType<NodeException>(result.Error).ErrorId);
        Assert.Contains($"{Node} is the name of device {Node}.maas", result.Error!.Message, StringComparison.Ordinal);
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task The_comparison_says_that_they_stand_in_the_way()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Commission, Node, Other);
        await SendAsync(site, "POST", "ipaddresses/", ("op", "reserve"), ("ip", Address));
        await SendAsync(site, "POST", "devices/", ("mac_addresses", "52:54:00:77:00:01"), ("hostname", "printer"));
        site.Look(Node, m => Do(() => m.Hostname = "somebody"));
        Look(site, state => state.Nodes.OfType<SimulatedDevice>().First(d => d.Hostname == "printer").Hostname = Node);

        var found = await DesignComparison.Create(site.Session, new ComparisonOptions { BootActionRenderer = new BootActionRenderer() }).CompareAsync(site.Design, [site.Node(Node), site.Node(Other)], Token);

        var network = found.Where(d => d.Target == Node && d.Scope == ChangeScope.Interface).ToList();
        Assert.NotEmpty(network);
        Assert.All(network, d => Assert.Contains($"{Address} of node {Node}", d.Blocker, StringComparison.Ordinal));
        Assert.All(network, d => Assert.Contains("is held by user admin, who reserved it", d.Blocker, StringComparison.Ordinal));
        var name = Assert.Single(found, d => d.Target == Node && d.Property == ChangeProperty.Hostname);
        Assert.Contains($"{Node} is the name of device {Node}.", name.Blocker, StringComparison.Ordinal);
        Assert.All(found.Where(d => d.Target == Other), d => Assert.True(d.IsPossible, d.Blocker));
    }

    private static async Task RefusesAsync(string holder, Func<SimulatedSite, Task> hold, string? alternative = null)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Commission, Node, Other);
        await hold(site);
        site.Simulator.ResetRequests();
        foreach (var isPlan in new[] { true, false })
        {
            var result = await site.StepAsync(NodeStepKind.Network, Node, observer: new RecordingObserver { PlanOnly = isPlan });
            Assert.Equal(ErrorIds.AddressInUse, Assert.IsType<NodeException>(result.Error).ErrorId);
            Assert.Contains(Address, result.Error!.Message, StringComparison.Ordinal);
            Assert.Contains(alternative ?? holder, result.Error.Message, StringComparison.Ordinal);
            Assert.Equal(0, site.Writes);
        }
    }

    private static SimulatedLink LinkOf(SimulatedSite site, string node) =>
        site.Look(node, m => m.Interfaces.SelectMany(i => i.Links).First(l => l.Address is not null && l.Subnet?.Cidr.ToString() == "10.62.0.0/24"));

    private static SimulatedLink LinkOn(SimulatorState state, string address) => new()
    {
        Id = state.Ids.Next("link"),
        Mode = "static",
        Subnet = state.Subnets.First(s => s.Cidr.Contains(IPAddress.Parse(address))),
        Address = IPAddress.Parse(address),
    };

    private static int Do(Action act)
    {
        act();
        return 0;
    }

    private static void Look(SimulatedSite site, Action<SimulatorState> act)
    {
        lock (site.Simulator.State.Gate)
            act(site.Simulator.State);
    }

    private static Task<RawResponse> SendAsync(SimulatedSite site, string method, string path, params IReadOnlyList<(string Name, string Value)> form) =>
        site.Session.Client.SendAsync(
            new RawRequest { Method = method, Path = path, Parameters = [.. form.Select(f => KeyValuePair.Create(f.Name, f.Value))] }, Token);
}

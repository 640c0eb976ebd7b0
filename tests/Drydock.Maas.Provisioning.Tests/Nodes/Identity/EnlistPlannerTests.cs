using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Identity;

/// <summary>What a design has to know of a machine so that MAAS takes it unseen.</summary>
public sealed class EnlistPlannerTests
{
    private const string Mac = "52:54:00:00:00:01";

    private static readonly OobSettings Ipmi = new() { Type = "ipmi", Address = "10.0.0.9", Account = "root", Credential = new Secret("hunter2") };

    [Fact]
    public void An_IPMI_controller_is_enough_and_no_secret_is_shown()
    {
        var change = Assert.Single(Plan(Ipmi).Changes);
        Assert.Equal((ChangeAction.Create, "create Machine node1: ipmi at 10.0.0.9, amd64/generic"), (change.Action, change.ToString()));
    }

    [Fact]
    public void A_boot_MAC_that_is_known_goes_along() =>
        Assert.Equal(["create Machine node1: ipmi at 10.0.0.9, arm64/generic, 52:54:00:00:00:01"], Plan(Ipmi, Mac, "arm64").InWords());

    [Fact]
    public async Task Name_domain_controller_and_architecture_are_sent_and_it_is_not_commissioned()
    {
        var machines = new FakeMachines();
        await Plan(Ipmi, Mac).ApplyAsync(new FakeMaas { Machines = machines }, AbsentMachine.Make(Node(Ipmi, Mac)));
        var sent = machines.Created!;
        Assert.Equal(("node1", "ipmi", "amd64/generic", null), (sent.Hostname, sent.PowerType, sent.Architecture, sent.Commission));
        Assert.Equal([Mac], sent.MacAddresses);
        Assert.Equal(
            [("power_address", "10.0.0.9"), ("power_pass", "hunter2"), ("power_user", "root")],
            sent.PowerParameters.Select(p => (p.Key, p.Value)).Order());
    }

    [Theory]
    [InlineData("redfish", "only with a MAC address")]
    [InlineData("libvirt", "only with a MAC address")]
    [InlineData("manual", "only with a MAC address")]
    [InlineData(null, "says nothing of its management controller")]
    public void What_MAAS_would_not_take_is_refused_before_it_is_sent(string? type, string words)
    {
        var oob = new OobSettings { Type = type, Address = "10.0.0.9", FullLibvirtUri = type == "libvirt" ? "qemu+ssh://h/system" : null };
        var error = Assert.Throws<NodeException>(() => Plan(oob));
        Assert.Equal(ErrorIds.DesignInvalid, error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redfish", "create Machine node1: redfish at 10.0.0.9, amd64/generic, 52:54:00:00:00:01")]
    [InlineData("libvirt", "create Machine node1: virsh at qemu+ssh://h/system, amd64/generic, 52:54:00:00:00:01")]
    [InlineData("manual", "create Machine node1: manual, amd64/generic, 52:54:00:00:00:01")]
    public void With_a_boot_MAC_every_kind_of_controller_will_do(string type, string change)
    {
        var oob = new OobSettings { Type = type, Address = "10.0.0.9", FullLibvirtUri = type == "libvirt" ? "qemu+ssh://h/system" : null };
        Assert.Equal([change], Plan(oob, Mac).InWords());
    }

    private static DrydockNode Node(OobSettings oob, string? mac) =>
        NodeDesign.InSite(new DrydockNode { Name = "node1", Oob = oob, BootMac = mac });

    private static Plan Plan(OobSettings oob, string? mac = null, string architecture = "amd64") =>
        EnlistPlanner.Plan(Node(oob, mac), architecture);
}

using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What somebody does to the site in the forms of MAAS's own pages; possible whatever its machines are.</summary>
internal static class UnusualChangesOfSite
{
    public static IReadOnlyList<ManualChange> All { get; } =
    [
        new("subnet moved to another VLAN", s => s.OnSubnet("10.4.0.0/24", "PUT", ("vlan", Text(s.Vlan("gp", 110).Id))),
            "store: vlan of Subnet 10.4.0.0/24 is gp/110, the design says gp/120"),
        new("subnet moved to another link's fabric", s => s.OnSubnet("10.4.0.0/24", "PUT", ("vlan", Text(s.Vlan("pxe", 0).Id))),
            "store: vlan of Subnet 10.4.0.0/24 is pxe/0, the design says gp/120"),
        new("only subnet of a link moved to another link's fabric",
            s => s.OnSubnet("10.5.0.0/24", "PUT", ("vlan", Text(s.Vlan("gp", 110).Id))),
            "far: vlan of Subnet 10.5.0.0/24 is gp/110, the design says away/0"),
        new("subnet moved to nobody's fabric",
            s =>
            {
                s.Maas.Ask("POST", "fabrics/", null, ("name", "theirs"));
                s.OnSubnet("10.2.0.0/24", "PUT", ("vlan", Text(s.Vlan("theirs", 0).Id)));
            },
            "mgmt: vlan of Subnet 10.2.0.0/24 is theirs/0, the design says gp/0"),
        new("gateway cleared", s => s.OnSubnet("10.2.0.0/24", "PUT", ("gateway_ip", "")),
            "mgmt: gateway of Subnet 10.2.0.0/24 is (none), the design says 10.2.0.1"),
        new("gateway added", s => s.OnSubnet("10.4.0.0/24", "PUT", ("gateway_ip", "10.4.0.1")),
            "store: gateway of Subnet 10.4.0.0/24 is 10.4.0.1, the design says (none)"),
        new("DNS server added", s => s.OnSubnet("10.4.0.0/24", "PUT", ("dns_servers", "10.4.0.8")),
            "store: DNS servers of Subnet 10.4.0.0/24 is 10.4.0.8, the design says (none)"),
        new("dynamic range shortened", s => OnRange(s, "10.1.0.100", ("end_ip", "10.1.0.150")),
            "pxe: bounds of IPRange 10.1.0.100-10.1.0.150 is 10.1.0.100-10.1.0.150, the design says 10.1.0.100-10.1.0.200"),
        new("dynamic range widened", s => OnRange(s, "10.1.0.100", ("end_ip", "10.1.0.210")),
            "pxe: bounds of IPRange 10.1.0.100-10.1.0.210 is 10.1.0.100-10.1.0.210, the design says 10.1.0.100-10.1.0.200"),
        new("gateway of a route", s => OnRoute(s, ("gateway_ip", "10.2.0.7")),
            "mgmt: route of StaticRoute 10.2.0.0/24 -> 10.3.0.0/24 is via 10.2.0.7, metric 50, the design says via 10.2.0.2, metric 50"),
        new("destination of a route", s => OnRoute(s, ("destination", Text(s.Subnet("10.4.0.0/24").Id))),
            "mgmt: StaticRoute 10.2.0.0/24 -> 10.3.0.0/24 is missing: via 10.2.0.2, metric 50"),
        new("other rack alone",
            s => s.OnVlan("pxe", 0, "PUT", ("primary_rack", s.Vlan("pxe", 0).SecondaryRack!.SystemId), ("secondary_rack", "")),
            "pxe: secondary rack of Vlan pxe/0 is (none), the design says "),
        new("relay where none is wanted", s => s.OnVlan("gp", 110, "PUT", ("relay_vlan", Text(s.Vlan("pxe", 0).Id))),
            "data: DHCP relay of Vlan gp/110 is pxe/0, the design says (none)"),
        new("BMC moved to another address", s => s.OnMachine("PUT", null, ("power_parameters_power_address", "10.9.9.77")),
            "node1: power_address of Machine node1 is 10.9.9.77, the design says 10.9.9.1"),
        new("BMC password", s => s.OnMachine("PUT", null, ("power_parameters_power_pass", "hobbes")),
            "node1: power_pass of Machine node1 is (secret), the design says (new secret)"),
        new("kernel parameter tag taken off a machine",
            s => s.Maas.Ask("POST", "tags/node1_kp/", "update_nodes", ("remove", s.Machine.SystemId)),
            "node1: tags of Machine node1 is compute, the design says +node1_kp"),
        new("kernel parameters cleared", s => s.Maas.Ask("PUT", "tags/node1_kp/", null, ("kernel_opts", "")),
            "node1: kernel_opts of Tag node1_kp is (none), the design says console=ttyS1"),
        new("tag renamed", s => s.Maas.Ask("PUT", "tags/compute/", null, ("name", "computing")), "lab: Tag compute is missing", 3, 2),
        new("key of a repository cleared", s => s.OnRepository("docker", "PUT", ("key", "")),
            "docker: key of PackageRepository docker is (none), the design says 2 lines, SHA-256 "),
        new("repository renamed", s => s.OnRepository("docker", "PUT", ("name", "dockers")),
            "lab: name of PackageRepository docker is dockers, the design says docker", 2),
        new("URL of the main archive", s => s.OnRepository("main_archive", "PUT", ("url", "http://archive.ubuntu.com/ubuntu")),
            "main_archive: url of PackageRepository main_archive is http://archive.ubuntu.com/ubuntu, "
                + "the design says http://mirror.example/ubuntu"),
        new("domain renamed",
            s => s.Maas.Ask(
                "PUT", $"domains/{s.Maas.State.Domains.First(d => d.Name == "lab.example").Id}/", null, ("name", "other.example")),
            "pxe: Domain lab.example is missing"),
        new("space renamed",
            s => s.Maas.Ask("PUT", $"spaces/{s.Maas.State.Spaces.First(p => p.Name == "fast").Id}/", null, ("name", "slow")),
            "store: Space fast is missing", 2),
    ];

    private static void OnRange(DriftSite site, string start, params (string, string)[] form) =>
        site.Maas.Ask("PUT", $"ipranges/{site.Maas.State.IPRanges.First(r => r.Start.ToString() == start).Id}/", null, form);

    private static void OnRoute(DriftSite site, params (string, string)[] form) =>
        site.Maas.Ask("PUT", $"static-routes/{site.Maas.State.StaticRoutes[0].Id}/", null, form);
}

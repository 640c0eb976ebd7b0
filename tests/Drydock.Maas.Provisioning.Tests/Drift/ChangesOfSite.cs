using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What somebody changes in the site; possible whatever its machines are.</summary>
internal static class ChangesOfSite
{
    public static IReadOnlyList<ManualChange> All { get; } =
    [
        new("fabric renamed", s => s.Maas.Ask("PUT", $"fabrics/{s.Fabric("gp").Id}/", null, ("name", "other")),
            "mgmt: name of Fabric other is other, the design says gp"),
        new("VLAN renamed", s => s.OnVlan("gp", 110, "PUT", ("name", "x")), "data: name of Vlan gp/110 is x, the design says data"),
        new("MTU of a VLAN", s => s.OnVlan("gp", 110, "PUT", ("mtu", "1500")), "data: mtu of Vlan gp/110 is 1500, the design says 9000"),
        new("MTU of an untagged VLAN", s => s.OnVlan("pxe", 0, "PUT", ("mtu", "1400")),
            "pxe: mtu of Vlan pxe/0 is 1400, the design says 1500"),
        new("DHCP off", s => s.OnVlan("pxe", 0, "PUT", ("dhcp_on", "false")), "pxe: DHCP of Vlan pxe/0 is off, the design says on"),
        new("DHCP relay removed", s => s.OnVlan("away", 0, "PUT", ("relay_vlan", "")), "far: DHCP relay of Vlan away/0 is (none)"),
        new("gateway of a subnet", s => s.OnSubnet("10.2.0.0/24", "PUT", ("gateway_ip", "10.2.0.254")),
            "mgmt: gateway of Subnet 10.2.0.0/24 is 10.2.0.254, the design says 10.2.0.1"),
        new("DNS servers of a subnet", s => s.OnSubnet("10.2.0.0/24", "PUT", ("dns_servers", "10.2.0.9")),
            "mgmt: DNS servers of Subnet 10.2.0.0/24 is 10.2.0.9, the design says 10.2.0.8, 10.2.0.9"),
        new("name of a subnet", s => s.OnSubnet("10.4.0.0/24", "PUT", ("name", "x")),
            "store: name of Subnet 10.4.0.0/24 is x, the design says store"),
        new("range deleted", s => s.Maas.Ask("DELETE", $"ipranges/{Range(s, "10.1.0.240")}/"),
            "pxe: IPRange 10.1.0.240-10.1.0.250 is missing: reserved"),
        new("range moved", s => s.Maas.Ask("PUT", $"ipranges/{Range(s, "10.1.0.240")}/", null, ("start_ip", "10.1.0.245")),
            "pxe: bounds of IPRange 10.1.0.245-10.1.0.250 is 10.1.0.245-10.1.0.250, the design says 10.1.0.240-10.1.0.250"),
        new("route deleted", s => s.Maas.Ask("DELETE", $"static-routes/{s.Maas.State.StaticRoutes[0].Id}/"),
            "mgmt: StaticRoute 10.2.0.0/24 -> 10.3.0.0/24 is missing: via 10.2.0.2, metric 50"),
        new("metric of a route", s => s.Maas.Ask("PUT", $"static-routes/{s.Maas.State.StaticRoutes[0].Id}/", null, ("metric", "7")),
            "mgmt: route of StaticRoute 10.2.0.0/24 -> 10.3.0.0/24 is via 10.2.0.2, metric 7, the design says via 10.2.0.2, metric 50"),
        new("domain deleted", s => s.Maas.Ask("DELETE", $"domains/{s.Maas.State.Domains.First(d => d.Name == "lab.example").Id}/"),
            "pxe: Domain lab.example is missing"),
        new("kernel parameters of a tag", s => s.Maas.Ask("PUT", "tags/node1_kp/", null, ("kernel_opts", "quiet")),
            "node1: kernel_opts of Tag node1_kp is quiet, the design says console=ttyS1"),
        new("kernel parameter tag deleted", s => s.Maas.Ask("DELETE", "tags/node1_kp/"),
            "node1: Tag node1_kp is missing: console=ttyS1", 2),
        new("shared tag deleted", s => s.Maas.Ask("DELETE", "tags/compute/"), "lab: Tag compute is missing", 3, 2),
        new("machine taken out of a tag", s => s.Maas.Ask("POST", "tags/compute/", "update_nodes", ("remove", s.Machine.SystemId)),
            "node1: tags of Machine node1 is node1_kp, the design says +compute"),
        new("name of a machine", s => s.OnMachine("PUT", null, ("hostname", "lost")),
            "node1: hostname of Machine lost is lost, the design says node1"),
        new("domain of a machine", s => s.OnMachine("PUT", null, ("domain", "lab.example")),
            "node1: domain of Machine node1 is lab.example, the design says mgmt.example"),
        new("BMC user of a machine", s => s.OnMachine("PUT", null, ("power_parameters_power_user", "eve")),
            "node1: power_user of Machine node1 is eve, the design says root"),
        new("power type of a machine",
            s => s.OnMachine("PUT", null, ("power_type", "redfish"), ("power_parameters_power_address", "10.9.9.1"),
                ("power_parameters_power_user", "root"), ("power_parameters_power_pass", "calvin")),
            "node1: power_type of Machine node1 is redfish, the design says ipmi"),
    ];

    private static string Range(DriftSite site, string start) => Text(site.Maas.State.IPRanges.First(r => r.Start.ToString() == start).Id);
}

using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What somebody changes of SSH keys, package repositories, tag definitions, spaces and DHCP servers.</summary>
internal static class ChangesOfAccess
{
    public static IReadOnlyList<ManualChange> All { get; } =
    [
        new("SSH key deleted", s => s.Maas.Ask("DELETE", $"account/prefs/sshkeys/{Text(s.Maas.State.SshKeys[0].Id)}/"),
            "ann: SshKey ann is missing: ssh-ed25519"),
        new("URL of a repository", s => s.OnRepository("docker", "PUT", ("url", "http://eve.example/")),
            "docker: url of PackageRepository docker is http://eve.example/, the design says https://docker.example/repo"),
        new("components of a repository", s => s.OnRepository("docker", "PUT", ("components", "edge")),
            "docker: components of PackageRepository docker is edge, the design says stable"),
        new("distributions of a repository", s => s.OnRepository("docker", "PUT", ("distributions", "noble")),
            "docker: distributions of PackageRepository docker is noble, the design says jammy"),
        new("architectures of a repository", s => s.OnRepository("docker", "PUT", ("arches", "arm64")),
            "docker: architectures of PackageRepository docker is arm64, the design says amd64"),
        new("key of a repository", s => s.OnRepository("docker", "PUT", ("key", "OTHER")),
            "docker: key of PackageRepository docker is 1 lines, SHA-256 "),
        new("repository disabled", s => s.OnRepository("docker", "PUT", ("enabled", "false")),
            "docker: enabled of PackageRepository docker is no, the design says yes"),
        new("pockets of the main archive", s => s.OnRepository("main_archive", "PUT", ("disabled_pockets", "updates")),
            "main_archive: disabled pockets of PackageRepository main_archive is updates, the design says backports"),
        new("components of the main archive", s => s.OnRepository("main_archive", "PUT", ("disabled_components", "universe")),
            "main_archive: disabled components of PackageRepository main_archive is universe, the design says multiverse, restricted"),
        new("repository deleted", s => s.OnRepository("docker", "DELETE"),
            "docker: PackageRepository docker is missing: https://docker.example/repo"),
        new("unlisted repository",
            s => s.Maas.Ask("POST", "package-repositories/", null, ("name", "theirs"), ("url", "http://theirs.example/")),
            "theirs: PackageRepository theirs is not in the design: http://theirs.example/"),
        new("definition of a tag", s => s.Maas.Ask("PUT", "tags/gpu/", null, ("definition", "//node")),
            "gpu: definition of Tag gpu is //node, the design says //node[@id='display']"),
        new("tag with a definition deleted", s => s.Maas.Ask("DELETE", "tags/gpu/"), "gpu: Tag gpu is missing: //node[@id='display']"),
        new("VLAN taken out of its space", s => s.OnVlan("gp", 120, "PUT", ("space", "")),
            "store: space of Vlan gp/120 is (none), the design says fast"),
        new("VLAN put into another space",
            s => { s.Maas.Ask("POST", "spaces/", null, ("name", "slow")); s.OnVlan("gp", 120, "PUT", ("space", "slow")); },
            "store: space of Vlan gp/120 is slow, the design says fast"),
        new("space deleted", s => s.Maas.Ask("DELETE", $"spaces/{Text(s.Maas.State.Spaces.First(p => p.Name == "fast").Id)}/"),
            "store: Space fast is missing", 2),
        new("second rack taken off DHCP", s => s.OnVlan("pxe", 0, "PUT", ("secondary_rack", "")),
            "pxe: secondary rack of Vlan pxe/0 is (none), the design says "),
        new("rack controller moved off the network", LeaveNetwork, "pxe: primary rack of Vlan pxe/0 is "),
        new("DHCP relayed elsewhere", s => s.OnVlan("away", 0, "PUT", ("relay_vlan", Text(s.Vlan("gp", 110).Id))),
            "far: DHCP relay of Vlan away/0 is gp/110, the design says "),
        new("DHCP relayed instead of served",
            s =>
            {
                s.OnVlan("pxe", 0, "PUT", ("dhcp_on", "false"));
                s.OnVlan("pxe", 0, "PUT", ("relay_vlan", Text(s.Vlan("gp", 110).Id)));
            },
            "pxe: DHCP of Vlan pxe/0 is off, the design says on"),
    ];

    /// <summary>The rack that serves loses its cable; the other has to.</summary>
    private static void LeaveNetwork(DriftSite site)
    {
        var rack = (Simulator.State.SimulatedController)site.Vlan("pxe", 0).PrimaryRack!;
        foreach (var nic in rack.Interfaces.Where(i => i.Vlan == site.Vlan("pxe", 0)).ToList())
            rack.Interfaces.Remove(nic);
    }
}

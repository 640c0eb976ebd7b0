using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Nodes, and the sites they belong to.</summary>
internal static class NodeDesign
{
    public const string BmcAddress = "10.0.0.5";
    public const string BootMac = "52:54:00:00:00:01";

    /// <summary>The node, in a site of its own.</summary>
    public static DrydockNode InSite(DrydockNode node)
    {
        _ = new SiteDesign([], [], [node]);
        return node;
    }

    public static DrydockNode Plain(string name = "node1") => InSite(new DrydockNode { Name = name });

    public static DrydockNode WithBmc(string name = "node1", string address = BmcAddress, string? mac = null) => InSite(new DrydockNode
    {
        Name = name,
        BootMac = mac,
        Oob = new OobSettings { Type = "ipmi", Address = address, Account = "root", Credential = "calvin" },
    });

    public static DrydockNode WithMac(string name = "node1", string mac = BootMac) =>
        InSite(new DrydockNode { Name = name, BootMac = mac });
}

using System.Text;
using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Deploy;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Deploy;

public sealed class UserDataTests
{
    private static readonly string Example = Path.Combine(TestFolders.Root, "examples", "site");

    [Fact]
    public void A_node_without_packages_needs_none() => Assert.Null(UserData.Of(NodeDesign.Plain()));

    [Fact]
    public void Packages_of_boot_actions_are_a_cloud_config_with_versions_where_given()
    {
        Assert.SkipUnless(Directory.Exists(Example), $"needs {Example}");
        var sources = Directory.GetFiles(Example, "*.yaml").Order(StringComparer.Ordinal).Select(DesignSource.FromFile);
        var site = DesignReader.Read([.. sources], null, TestContext.Current.CancellationToken);
        var node = site.Nodes.First(n => n.Packages.Count > 0);
        var text = Encoding.UTF8.GetString(Convert.FromBase64String(UserData.Of(node)!));
        var packages = node.Packages.Select(p => p.Value is null ? $"\"{p.Key}\"" : $"[\"{p.Key}\",\"{p.Value}\"]");
        Assert.Equal($"#cloud-config\n{{\"packages\":[{string.Join(",", packages)}]}}\n", text);
    }
}

using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Tab.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("Get-MaasMachine -Status Depl", "Deployed,Deploying")]
    [InlineData("Get-MaasMachine -Hostname contr", "control01,control02,control03")]
    [InlineData("Get-MaasFabric fab", "fabric,fabric-0")]
    [InlineData("Get-MaasVlan -Fabric ox", "")]
    [InlineData("Get-MaasSubnet -Name st", "storage")]
    [InlineData("Get-MaasSubnet -Cidr 10.61.0.0/255.255.252.0", "'10.61.0.0/22'")]
    [InlineData("Get-DrydockNode -Design $site -Name worker0", "worker01,worker02,worker03,worker04,worker05")]
    [InlineData("Get-DrydockNode -Design $site -Rack r", "rack1,rack2")]
    [InlineData("Get-DrydockNode -Design $site -Tag cont", "control")]
    [InlineData("$site | Get-DrydockNode -Rack r", "rack1,rack2")]
    [InlineData("$site | Get-DrydockNode | Invoke-MaasDeploy -SkipBootAction w", "worker-packages")]
    [InlineData("$site | Invoke-DrydockTask DeployNodes -Name control", "control01,control02,control03")]
    public void It_offers_what_is_there(string line, string expected)
    {
        using var site = new SiteRunspace();
        site.Run("$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode | Set-MaasNodeIdentity | Out-Null").Verify();
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), site.Module.Complete(line));
    }

    [Fact]
    public void A_MAC_address_is_offered_whatever_parts_the_digits_typed()
    {
        using var site = new SiteRunspace();
        var mac = site.Run("(Get-MaasMachine)[0].Interfaces[0].MacAddress").Verify().Texts[0];
        Assert.Equal([$"'{mac}'"], site.Module.Complete($"Get-MaasMachine -MacAddress {mac[..16].ToUpperInvariant().Replace(':', '-')}"));
    }

    [Fact]
    public void Without_a_connection_it_is_silent()
    {
        using var runspace = new ModuleRunspace();
        Assert.Empty(runspace.Complete("Get-MaasMachine -Hostname contr"));
    }
}

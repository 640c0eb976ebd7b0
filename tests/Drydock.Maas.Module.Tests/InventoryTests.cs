using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What a MAAS has, and what it costs to ask.</summary>
public sealed class InventoryTests : IClassFixture<ViewTests.DeployedSite>
{
    private readonly SiteRunspace _site;

    public InventoryTests(ViewTests.DeployedSite deployed) => _site = deployed.Site;

    [Theory]
    [InlineData("Get-MaasFabric pxe | Get-MaasVlan | Get-MaasSubnet", "10.61.0.0/22", 2)]
    [InlineData("Get-MaasSubnet -Cidr 10.61.0.0/255.255.252.0", "10.61.0.0/22", 1)]
    [InlineData("Get-MaasSubnet -Cidr 10.61.*", "10.61.0.0/22", 1)]
    [InlineData("Get-MaasSubnet pxe, mgmt | Get-MaasIPRange -Type dynamic | ForEach-Object StartIP", "10.61.1.0", 2)]
    [InlineData("Get-MaasMachine control01 | Get-MaasInterface -Type bond", "bond0", 1)]
    [InlineData("Get-MaasInterface bond* -Hostname control01", "bond0,bond0.203", 1)]
    [InlineData("Get-MaasVlan -Fabric fabric -Vid 203", "fabric/203", 1)]
    [InlineData("Get-MaasVolumeGroup -Hostname control01", "data", 2)]
    [InlineData("Get-MaasMachine control01 | Get-MaasBlockDevice sda", "sda", 1)]
    [InlineData("'control01' | Get-MaasMachine | ForEach-Object Hostname", "control01", 1)]
    [InlineData("Get-MaasMachine control01 | Get-MaasMachineDetail | ForEach-Object Hostname", "control01", 2)]
    [InlineData("Get-MaasMachine control01 | Get-MaasScriptResult -Name maas-lshw | ForEach-Object Name", "maas-lshw", 2)]
    [InlineData("Get-MaasTag control01_kp", "control01_kp", 1)]
    public void It_is_found_with_as_few_requests_as_can_be(string script, string expected, int requests)
    {
        var before = _site.Requests.Count;
        Assert.Equal(expected.Split(','), _site.Run(script).Verify().Texts);
        Assert.Equal(requests, _site.Requests.Count - before);
    }

    [Theory]
    [InlineData("(Invoke-MaasApi machines/).Count", "8")]
    [InlineData("(Invoke-MaasApi machines -Parameter @{ hostname = 'control01' }).status_name", "Deployed")]
    [InlineData("(Invoke-MaasApi $(Invoke-MaasApi subnets/ | Where-Object name -eq pxe).resource_uri).cidr", "10.61.0.0/22")]
    [InlineData("(Invoke-MaasApi subnets/)[0].id.GetType().Name", "Int64")]
    [InlineData("(Invoke-MaasApi machines/)[0].memory.GetType().Name", "Int64")]
    [InlineData("(Invoke-MaasApi version/ -Raw).Substring(0, 1)", "{")]
    [InlineData("Test-MaasConnection -Quiet", "True")]
    public void Anything_can_be_asked(string script, string expected) => Assert.Equal([expected], _site.Run(script).Verify().Texts);

    [Theory]
    [InlineData("Invoke-MaasApi nothing/", "NotFound")]
    [InlineData("Invoke-MaasApi 'machines/?op=x'", "InvalidPath")]
    [InlineData("Invoke-MaasApi machines/ -Method DELETE -Confirm:$false", "MethodNotAllowed")]
    public void What_cannot_be_asked_is_told(string script, string errorId) => Assert.Equal(errorId, _site.Run(script).ErrorId);

    [Fact]
    public void A_change_is_only_planned_with_WhatIf()
    {
        var before = _site.Writes.Count;
        _site.Run("Invoke-MaasApi fabrics/ -Method POST -Parameter @{ name = 'other' } -WhatIf").Verify();
        Assert.Equal(before, _site.Writes.Count);
    }

    [Theory]
    [InlineData("Get-MaasFabric nowhere, pxe", "FabricNotFound")]
    [InlineData("Get-MaasTag nothing", "TagNotFound")]
    [InlineData("Get-MaasBlockDevice -Hostname nobody", "MachineNotFound")]
    public void What_is_not_there_is_named(string script, string errorId) => Assert.Equal(errorId, _site.Run(script).ErrorId);
}

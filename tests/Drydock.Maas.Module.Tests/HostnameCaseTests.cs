using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Host names are names whatever their case: MAAS keeps them as they were typed and compares them letter by letter.</summary>
public sealed class HostnameCaseTests
{
    [Theory]
    [InlineData("Worker77")]
    [InlineData("worker77")]
    [InlineData("WORKER77")]
    public void A_machine_with_a_capital_in_its_name_is_found_and_acted_on(string name)
    {
        using var site = new SiteRunspace();
        site.Run("(Get-MaasMachine)[0] | Set-MaasMachine -NewHostname Worker77 | Out-Null").Verify();

        Assert.Equal(["Worker77"], site.Run($"Get-MaasMachine {name}").Verify().Column("Hostname"));
        Assert.Equal(["x"], site.Run($"Set-MaasMachine {name} -Description x").Verify().Column("Description"));
        Assert.NotEmpty(site.Run($"Get-MaasInterface -Hostname {name}").Verify().Output);
        site.Run($"Invoke-MaasApi \"machines/$((Get-MaasMachine {name}).SystemId)/\" POST -Operation commission | Out-Null").Verify();
        Assert.NotEmpty(site.Run($"Get-MaasEvent {name}").Verify().Output);
    }

    [Fact]
    public void Of_two_names_that_differ_by_case_alone_the_one_written_so_is_meant_and_no_other()
    {
        using var site = new SiteRunspace();
        site.Run("$two = Get-MaasMachine | Select-Object -First 2; $two[0] | Set-MaasMachine -NewHostname Worker77 | Out-Null; "
            + "$two[1] | Set-MaasMachine -NewHostname worker77 | Out-Null").Verify();

        Assert.Equal(["worker77"], site.Run("Set-MaasMachine worker77 -Description lower").Verify().Column("Hostname"));
        var writes = site.Writes.Count;
        Assert.Equal("AmbiguousMachine", site.Run("Set-MaasMachine WORKER77 -Description x").ErrorId);
        Assert.Equal(writes, site.Writes.Count);
    }

    [Theory]
    [InlineData("Worker01")]
    [InlineData("WORKER01")]
    public void A_node_with_capitals_is_deployed_and_as_designed_afterwards(string name)
    {
        using var small = new SmallSite().Only("worker01").Replace("nodes-rack1.yaml", "name: worker01", $"name: {name}");
        using var site = new SiteRunspace(small.Folder);

        Assert.All(
            site.Run($"$site | Invoke-DrydockTask PrepareSite | Out-Null; $site | Get-DrydockNode worker01 | {SiteRunspace.Line}").Verify().Column("Status"),
            status => Assert.Equal("Changed", status));
        Assert.Equal(["Deployed"], site.Run($"Get-MaasMachine {name}").Verify().Column("StatusName"));
        var writes = site.Writes.Count;
        Assert.All(
            site.Run($"$site | Get-DrydockNode {name} | {SiteRunspace.Line}").Verify().Column("Status"), status => Assert.Equal("Unchanged", status));
        Assert.Equal(writes, site.Writes.Count);
        Assert.Empty(site.Run("$site | Compare-DrydockDesign").Verify().Output);
    }
}

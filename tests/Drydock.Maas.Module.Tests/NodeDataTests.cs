using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What is read of nodes: build data and storage plans.</summary>
public sealed class NodeDataTests : IDisposable
{
    private readonly SiteRunspace _site = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("build-data-").FullName;

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Build_data_come_with_a_commissioning_and_are_saved_by_node()
    {
        Prepare();
        var results = _site.Run("$site | Get-DrydockNode control01 | Invoke-MaasCommission -Recommission -BuildDataPath $args[0]", _folder)
            .Verify();
        Assert.Equal(["Changed"], results.Column("Status"));
        Assert.Contains(Directory.GetFiles(Path.Combine(_folder, "control01")), f => Path.GetFileName(f) == "lshw.xml");
    }

    [Fact]
    public void Build_data_are_read_by_generator_without_a_write()
    {
        Prepare();
        var writes = _site.Writes.Count;
        var data = _site.Run("$site | Get-DrydockNode control01 | Get-MaasNodeBuildData -Generator LSHW, commission:*").Verify();
        Assert.Contains("lshw", data.Column("Generator"));
        Assert.All(
            data.Column("Generator"), g => Assert.True(g == "lshw" || g!.ToString()!.StartsWith("commission:", StringComparison.Ordinal)));
        Assert.Equal(writes, _site.Writes.Count);
    }

    [Fact]
    public void A_storage_plan_is_told_without_a_write_and_the_next_step_goes_on()
    {
        Prepare();
        var writes = _site.Writes.Count;
        var plan = _site.Run("$global:plan = $site | Get-DrydockNode control01 | Test-MaasNodeStorage; $plan.Status; $plan.Messages")
            .Verify().Texts;
        Assert.Equal("Planned", plan[0]);
        Assert.Contains(plan, line => line.Contains("log", StringComparison.Ordinal));
        Assert.Equal(writes, _site.Writes.Count);
        Assert.Equal(["Changed"], _site.Run("$plan | Set-MaasNodeStorage").Verify().Column("Status"));
    }

    private void Prepare() =>
        _site.Run("$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control01 | Invoke-MaasCommission | Out-Null").Verify();
}

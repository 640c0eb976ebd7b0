using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Objects know their MAAS: with a restored copy beside it, where all ids are equal, nothing goes to the other one.</summary>
public sealed class ServerOriginTests : IDisposable
{
    private const string Serialised =
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 1))";

    private readonly SiteRunspace _site = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"drydock-maas-{Guid.NewGuid():N}.json");

    public ServerOriginTests() => _site.Run(
        """
        $site | Set-MaasSiteNetwork | Out-Null
        $site | Get-DrydockNode control01, worker01 | Set-MaasNodeIdentity | Out-Null
        New-MaasTag t | Out-Null
        $global:production = Get-MaasConnection
        $maas | Save-MaasSimulator $args[0] | Out-Null
        $global:copy = Start-MaasSimulator -State $args[0] -Speed 6000
        $global:staging = $copy | Connect-Maas
        $maas | Connect-Maas | Out-Null
        $maas | Clear-MaasSimulatorRequest; $copy | Clear-MaasSimulatorRequest
        """, _file).Verify();

    public static TheoryData<string> Writes => new(
        "Get-MaasMachine control01 -Session $staging | Set-MaasMachine -NewHostname scratch",
        "Get-MaasMachine control01 -Session $staging | Get-MaasMachine | Set-MaasMachine -Description x",
        "Get-MaasMachine control01, worker01 -Session $staging | Add-MaasTagMember t",
        "Get-MaasTag t -Session $staging | Remove-MaasTag -Confirm:$false",
        "Get-MaasFabric -Session $staging | Invoke-MaasApi -Method PUT -Parameter @{ description = 'x' }",
        "$site | Get-DrydockNode control01 | Resolve-MaasNode -Session $staging | Invoke-MaasCommission",
        "$site | Get-DrydockNode control01 | Invoke-MaasCommission -Session $staging | Set-MaasNodeNetwork | Set-MaasNodeStorage",
        "$site | Get-DrydockNode control01 | Resolve-MaasNode -Session $staging | Remove-MaasNode -Confirm:$false | Resolve-MaasNode -ErrorAction Ignore");

    public static TheoryData<string> Foreign => new(
        "Get-MaasMachine control01 -Session $staging | Set-MaasMachine -Description x -Session $production",
        "Get-MaasMachine control01 -Session $staging | ForEach-Object { " + Serialised + " } | Set-MaasMachine -Description x",
        "Get-MaasMachine control01 -Session $staging | ForEach-Object { [pscustomobject]@{ Hostname = $_.Hostname; MaasUrl = \"$($_.MaasUrl)\" } } | Set-MaasMachine -Description x",
        "Invoke-MaasApi machines/ -Session $staging | Select-Object -First 1 | Set-MaasMachine -Description x",
        "Get-MaasMachine control01 -Session $staging | Get-MaasMachine -Session $production",
        "Get-MaasMachine control01 -Session $staging | Get-MaasEvent -Session $production",
        "Get-MaasMachine control01 | Add-MaasTagMember (Get-MaasTag t -Session $staging)",
        "Get-MaasTag t -Session $staging | Remove-MaasTag -Confirm:$false -Session $production",
        "(Get-MaasFabric -Session $staging)[0] | Invoke-MaasApi -Method PUT -Session $production",
        "Invoke-MaasApi fabrics/ -Session $staging | Select-Object -First 1 | Invoke-MaasApi -Method DELETE -Confirm:$false",
        "(Get-MaasSubnet -Session $staging)[0] | Get-MaasIPRange -Session $production",
        "$site | Get-DrydockNode control01 | Resolve-MaasNode -Session $staging | Invoke-MaasCommission -Session $production");

    public void Dispose()
    {
        _site.Run("$staging, $production | Disconnect-Maas; $copy | Stop-MaasSimulator");
        _site.Dispose();
        File.Delete(_file);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public void Objects_go_where_they_came_from(string script)
    {
        _site.Run(script).Verify();

        Assert.Equal(0, WritesTo("maas"));
        Assert.NotEqual(0, WritesTo("copy"));
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public void What_is_of_another_MAAS_is_refused(string script)
    {
        var outcome = _site.Run(script.Replace("Select-Object -First 1", "ForEach-Object { if (-not $n++) { $_ } }", StringComparison.Ordinal));

        Assert.Equal("OtherServer", outcome.ErrorId);
        Assert.True(outcome.Output.All(o => o.Properties["Status"]?.Value.ToString() == "Failed"), "Something came out all the same.");

        Assert.Equal(0, WritesTo("maas"));
        Assert.Equal(0, WritesTo("copy"));
    }

    [Fact]
    public void A_row_without_an_address_goes_to_the_connection()
    {
        _site.Run("[pscustomobject]@{ SystemId = (Get-MaasMachine control01 -Session $staging).SystemId } | Set-MaasMachine -Description x").Verify();

        Assert.Equal((1, 0), (WritesTo("maas"), WritesTo("copy")));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/2.0/machines/")]
    public void An_address_may_be_written_in_any_way(string rest)
    {
        _site.Run($"[pscustomobject]@{{ Hostname = 'control01'; MaasUrl = \"$($maas.Url){rest}\" }} | Set-MaasMachine -Description x").Verify();

        Assert.Equal((1, 0), (WritesTo("maas"), WritesTo("copy")));
        Assert.NotEmpty(_site.Run("[pscustomobject]@{ Hostname = 'control01'; MaasUrl = ':' } | Set-MaasMachine -Description x").Errors);
        Assert.Equal("InvalidUrl", _site.Run("[pscustomobject]@{ Hostname = 'control01'; MaasUrl = 'ht tp:' } | Get-MaasMachine").ErrorId);
        Assert.Equal((1, 0), (WritesTo("maas"), WritesTo("copy")));
    }

    [Fact]
    public void A_task_says_which_MAAS_it_was_done_on()
    {
        Assert.Equal(
            ["True"], _site.Run("($site | Invoke-DrydockTask VerifyNodes -Name control01 -Session $staging).MaasUrl -eq $copy.Url").Verify().Texts);
        Assert.Equal((0, 0), (WritesTo("maas"), WritesTo("copy")));
    }

    [Fact]
    public void Objects_of_two_connections_each_go_to_their_own()
    {
        _site.Run("@(Get-MaasMachine control01 -Session $staging; Get-MaasMachine control01) | Set-MaasMachine -Description x").Verify();

        Assert.Equal((1, 1), (WritesTo("maas"), WritesTo("copy")));
    }

    [Fact]
    public void Another_name_of_the_same_address_is_the_same_MAAS()
    {
        _site.Run(
            """
            $alias = Connect-Maas ($maas.Url -replace '127\.0\.0\.1', 'localhost') $maas.ApiKey
            Get-MaasMachine control01 -Session $production | Set-MaasMachine -Description x -Session $alias
            Get-MaasMachine control01 -Session $production | ForEach-Object { $r = [pscustomobject]@{ Hostname = $_.Hostname; MaasUrl = $_.MaasUrl }; $r } | Set-MaasMachine -Description y -Session $alias
            """).Verify();

        Assert.Equal((2, 0), (WritesTo("maas"), WritesTo("copy")));
    }

    [Fact]
    public void Another_way_to_the_same_region_is_the_same_MAAS()
    {
        using var way = new PortForward(new Uri(_site.Run("$maas.Url").Verify().Texts[0]));

        _site.Run(
            """
            $other = Connect-Maas $args[0] $maas.ApiKey
            Get-MaasMachine control01 -Session $production | Set-MaasMachine -Description x -Session $other
            Get-MaasMachine control01 -Session $other | ForEach-Object { [pscustomobject]@{ Hostname = $_.Hostname; MaasUrl = $_.MaasUrl } } | Set-MaasMachine -Description y -Session $production
            """, way.Url).Verify();

        Assert.Equal((2, 0), (WritesTo("maas"), WritesTo("copy")));
    }

    [Fact]
    public void After_a_connection_was_closed_a_new_one_to_the_same_MAAS_takes_its_objects()
    {
        _site.Run("$m = Get-MaasMachine control01 -Session $production; $production | Disconnect-Maas; $maas | Connect-Maas | Out-Null; $m | Set-MaasMachine -Description x")
            .Verify();
        Assert.Equal(
            "OtherServer", _site.Run("$m = Get-MaasMachine control01 -Session $staging; $staging | Disconnect-Maas; $m | Set-MaasMachine -Description x").ErrorId);

        Assert.Equal((1, 0), (WritesTo("maas"), WritesTo("copy")));
    }

    [Fact]
    public void A_runspace_without_a_connection_may_use_objects_that_have_one()
    {
        _site.Run("$m = Get-MaasMachine control01 -Session $staging; Disconnect-Maas; $m | Set-MaasMachine -Description x").Verify();

        Assert.Equal("NotConnected", _site.Run("Set-MaasMachine control01 -Description x").ErrorId);
        Assert.Equal((0, 1), (WritesTo("maas"), WritesTo("copy")));
    }

    private int WritesTo(string simulator) =>
        _site.Run($"@(${simulator}.Requests | Where-Object {{ $_ -notlike 'GET*' }}).Count").Verify().Texts is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : -1;
}

using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What the simulator's commands do in a real engine.</summary>
public sealed class SimulatorCommandTests : IDisposable
{
    private readonly ModuleRunspace _runspace = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("drydock-maas-").FullName;

    public void Dispose()
    {
        _runspace.Run("if ($m) { $m | Stop-MaasSimulator }");
        _runspace.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_fault_strikes_as_often_as_it_was_told_and_shows_in_the_log()
    {
        var outcome = _runspace.Run("""
            $global:m = Start-MaasSimulator
            $null = $m | Connect-Maas
            $null = $m | Set-MaasSimulatorFault ServerError -Method POST -Path fabrics/ -Count 1
            $null = Invoke-MaasApi fabrics/ -Method POST -Parameter @{ name = 'a' } -ErrorAction SilentlyContinue
            $null = Invoke-MaasApi fabrics/ -Method POST -Parameter @{ name = 'b' }
            ($m | Get-MaasSimulatorRequest -Write).Status
            ($m | Get-MaasSimulatorRequest -Faulty).Fault
            (Get-MaasSimulatorFault).Hits
            """).Verify();

        Assert.Equal(["500", "200", "ServerError", "1"], outcome.Texts);
    }

    [Fact]
    public void It_plays_the_MAAS_it_is_told()
    {
        var outcome = _runspace.Run("""
            $global:m = Start-MaasSimulator -MaasVersion 3.7
            "$($m.MaasVersion) $(($m | Connect-Maas).Version) $(@(Invoke-MaasApi reservedips/).Count)"
            foreach ($version in (Get-Command Start-MaasSimulator).Parameters.MaasVersion.Attributes.ValidValues) {
                $other = Start-MaasSimulator -MaasVersion $version
                $other.MaasVersion
                $other | Stop-MaasSimulator
            }
            """).Verify();

        Assert.Equal(["3.7 3.7.3 0", "3.4", "3.7"], outcome.Texts);
    }

    [Fact]
    public void Faults_and_requests_can_be_cleared()
    {
        var outcome = _runspace.Run("""
            $global:m = Start-MaasSimulator -MachineCount 1 -Fault @{ Kind = 'Latency'; Delay = '00:00:00.001' }
            $null = $m | Connect-Maas
            $m | Set-MaasSimulatorFault RackDown | Clear-MaasSimulatorFault
            "$(($m | Get-MaasSimulatorFault).Kind)"
            $m | Clear-MaasSimulatorFault
            $m | Clear-MaasSimulatorRequest
            "$(@($m | Get-MaasSimulatorFault).Count) $($m.RequestCount)"
            """).Verify();

        Assert.Equal(["Latency", "0 0"], outcome.Texts);
    }

    [Fact]
    public void What_is_meant_for_all_simulators_is_for_those_of_this_runspace()
    {
        const string Start = "$global:m = Start-MaasSimulator; $null = Set-MaasSimulatorFault ServerError -Path nowhere/; $null = $m | Connect-Maas";
        const string Look = "\"$(@(Get-MaasSimulatorFault).Simulator) $($m.RequestCount -gt 0)\"";
        using var other = new ModuleRunspace();
        _runspace.Run(Start).Verify();
        other.Run(Start).Verify();

        Assert.Equal([$"{_runspace.Run("$m.Url").Texts[0]} True"], _runspace.Run(Look).Verify().Texts);
        other.Run("Clear-MaasSimulatorFault; Clear-MaasSimulatorRequest; Stop-MaasSimulator -All").Verify();

        Assert.Equal([$"{_runspace.Run("$m.Url").Texts[0]} True"], _runspace.Run(Look).Verify().Texts);
        Assert.Equal("NoSimulator", other.Run("Get-MaasSimulatorFault").ErrorId);
    }

    [Fact]
    public void A_simulator_and_a_fault_of_another_runspace_can_be_named()
    {
        using var other = new ModuleRunspace();
        var maas = other.Run("$global:m = Start-MaasSimulator; $m").Verify().Output[0];
        var fault = _runspace.Run("$args[0] | Set-MaasSimulatorFault RackDown", maas).Verify().Output[0];

        _runspace.Run("$args[0] | Clear-MaasSimulatorFault", fault).Verify();

        Assert.Empty(other.Run("Get-MaasSimulatorFault").Verify().Output);
        other.Run("Stop-MaasSimulator $m").Verify();
    }

    [Fact]
    public void The_summary_counts_by_path_template()
    {
        var outcome = _runspace.Run("""
            $global:m = Start-MaasSimulator -MachineCount 2
            $null = $m | Connect-Maas
            foreach ($machine in Get-MaasMachine) { $null = Invoke-MaasApi "machines/$($machine.SystemId)/" }
            $m | Get-MaasSimulatorRequest machines/?*/ -Summary | ForEach-Object { "$($_.Method) $($_.Template) $($_.Count)" }
            """).Verify();

        Assert.Equal(["GET machines/{id}/ 2"], outcome.Texts);
    }

    [Fact]
    public void A_saved_simulator_goes_on_with_the_same_key_and_machines()
    {
        var outcome = _runspace.Run(
            """
            $global:m = Start-MaasSimulator -MachineCount 2 -Speed 6
            $null = $m | Connect-Maas
            $before = Get-MaasMachine | ForEach-Object SystemId
            $null = $m | Save-MaasSimulator $args[0]
            $m | Stop-MaasSimulator
            $key = $m.ApiKey
            $global:m = Start-MaasSimulator -State $args[0]
            $null = Connect-Maas $m.Url -ApiKey $key
            "$($m.Speed) $("$before" -eq "$(Get-MaasMachine | ForEach-Object SystemId)")"
            """,
            Path.Combine(_folder, "state.json")).Verify();

        Assert.Equal(["6 True"], outcome.Texts);
    }

    [Theory]
    [InlineData("Start-MaasSimulator -State no-such-file.json", "FileNotRead")]
    [InlineData("Start-MaasSimulator -State $args[0]", "SimulatorStateInvalid")]
    public void A_state_that_cannot_be_read_is_one_clear_error(string script, string errorId)
    {
        var file = Path.Combine(_folder, "broken.json");
        File.WriteAllText(file, "{");

        var outcome = _runspace.Run(script, file);

        Assert.StartsWith(errorId, Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$m | Get-MaasSimulatorRequest", "Number")]
    [InlineData("$m | Get-MaasSimulatorRequest -Summary", "Template")]
    [InlineData("$m | Set-MaasSimulatorFault Conflict -Path machines/* -Count 3 -Probability 0.5", "next 3, p=0.5")]
    public void Each_has_a_view_of_its_own(string script, string text)
    {
        _runspace.Run("$global:m = Start-MaasSimulator; $null = $m | Connect-Maas").Verify();

        var lines = _runspace.Show(script);

        Assert.Contains(lines, line => line.Contains(text, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.True(line.TrimEnd().Length <= 120, line));
    }

    [Theory]
    [InlineData("Set-MaasSimulatorFault ServerError -Operation lock", "lock")]
    [InlineData("Set-MaasSimulatorFault ServerError -Machine rack", "rack1")]
    [InlineData("Get-MaasSimulatorRequest resourcepools", "'resourcepools/'")]
    public void Machines_paths_and_operations_are_completed(string line, string expected)
    {
        var outcome = _runspace.Run(
            """
            $global:m = Start-MaasSimulator
            [System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches |
                ForEach-Object { $_.CompletionText }
            """,
            line).Verify();

        Assert.Equal([expected], outcome.Texts);
    }
}

using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>-WhatIf writes nothing: every command that supports it has a line here, and each line would change something.</summary>
public sealed class RehearsalTests : IDisposable
{
    private const string Ready = "$site | Get-DrydockNode control01 |";
    private const string Deployed = "$site | Get-DrydockNode control02 |";
    private const string New = "$site | Get-DrydockNode control03 |";

    private static readonly string Folder = Directory.CreateTempSubdirectory("rehearsal").FullName;

    private static readonly Dictionary<string, string> Lines = new(StringComparer.Ordinal)
    {
        ["Add-MaasMachine"] = "Add-MaasMachine spare -MacAddress 52:54:00:aa:00:77 -PowerType manual",
        ["Add-MaasNode"] = "$site | Get-DrydockNode worker05 | Add-MaasNode",
        ["Add-MaasTagMember"] = "Get-MaasMachine control01 | Add-MaasTagMember -Tag kept",
        ["Clear-MaasSimulatorFault"] = "$maas | Clear-MaasSimulatorFault",
        ["Clear-MaasSimulatorRequest"] = "$maas | Clear-MaasSimulatorRequest",
        ["ConvertTo-DrydockDesign"] = $"ConvertTo-DrydockDesign -Path '{Folder}/taken'",
        ["Export-DrydockDesign"] = $"$site | Export-DrydockDesign '{Folder}/site.yaml'",
        ["Export-DrydockPlan"] = $"$site | Invoke-DrydockTask PrepareSite -WhatIf | Export-DrydockPlan '{Folder}/plan.json'",
        ["Invoke-DrydockTask"] = $"$site | Invoke-DrydockTask DeployNodes control01 -JournalPath '{Folder}/task.journal'",
        ["Invoke-MaasApi"] = "Invoke-MaasApi tags/ POST -Parameter @{ name = 'made' }",
        ["Invoke-MaasCommission"] = $"{New} Invoke-MaasCommission",
        ["Invoke-MaasDeploy"] = $"{Ready} Invoke-MaasDeploy -AllowUnprepared",
        ["Invoke-MaasRelease"] = $"{Deployed} Invoke-MaasRelease -Erase",
        ["Lock-MaasMachine"] = "Get-MaasMachine control02 | Lock-MaasMachine",
        ["New-DrydockDesign"] = $"'one' | New-DrydockDesign pier -Network @{{ Name = 'lan'; Cidr = '10.9.0.0/24'; Dhcp = '10.9.0.100-10.9.0.120' }} -Path '{Folder}/new'",
        ["New-MaasTag"] = "New-MaasTag made",
        ["Remove-MaasNode"] = $"{Deployed} Remove-MaasNode -IgnoreFailedRelease",
        ["Remove-MaasTag"] = "Remove-MaasTag kept",
        ["Remove-MaasTagMember"] = "Get-MaasMachine control02 | Remove-MaasTagMember -Tag kept",
        ["Resume-DrydockTask"] = $"Resume-DrydockTask '{Folder}/site.journal'",
        ["Save-MaasSimulator"] = $"$maas | Save-MaasSimulator '{Folder}/maas.json'",
        ["Set-MaasMachine"] = "Get-MaasMachine control01 | Set-MaasMachine -Description x",
        ["Set-MaasMachineBroken"] = "Get-MaasMachine control02 | Set-MaasMachineBroken",
        ["Set-MaasNodeIdentity"] = $"{New} Set-MaasNodeIdentity",
        ["Set-MaasNodeNetwork"] = $"{Ready} Set-MaasNodeNetwork",
        ["Set-MaasNodePlatform"] = $"{Ready} Set-MaasNodePlatform -Prune",
        ["Set-MaasNodeStorage"] = $"{Ready} Set-MaasNodeStorage",
        ["Set-MaasSimulatorFault"] = "$maas | Set-MaasSimulatorFault DeploymentFailure -Machine control01",
        ["Set-MaasSiteBootMedia"] = "$site | Set-MaasSiteBootMedia -Architecture arm64",
        ["Set-MaasSiteNetwork"] = "$site | Set-MaasSiteNetwork -Prune -Space other",
        ["Set-MaasSiteRepository"] = "$site | Set-MaasSiteRepository -Prune",
        ["Set-MaasSiteScript"] = $"$site | Set-MaasSiteScript -Path '{Folder}/burn-in.sh'",
        ["Set-MaasSiteSshKey"] = "$site | Set-MaasSiteSshKey -Prune",
        ["Set-MaasSiteTag"] = "$site | Set-MaasSiteTag -Prune",
        ["Start-MaasMachine"] = "Get-MaasMachine -SystemId $spare.SystemId | Start-MaasMachine",
        ["Stop-MaasMachine"] = "Get-MaasMachine control02 | Stop-MaasMachine",
        ["Stop-MaasOperation"] = "Get-MaasMachine -SystemId $hanging.SystemId | Stop-MaasOperation",
        ["Stop-MaasSimulator"] = "$maas | Stop-MaasSimulator",
        ["Unlock-MaasMachine"] = "Get-MaasMachine worker01 | Unlock-MaasMachine",
    };

    private readonly SiteRunspace _site = new();

    public RehearsalTests()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "burn-in.sh"), "#!/bin/sh\nexit 0\n");
        _site.Run($$"""
            $site | Set-MaasSiteNetwork | Out-Null
            $site | Get-DrydockNode worker05 | Remove-MaasNode -Confirm:$false | Out-Null
            $site | Get-DrydockNode control01 | Invoke-MaasCommission | Out-Null
            $site | Get-DrydockNode control02, worker01 | {{SiteRunspace.Line}} | Out-Null
            New-MaasTag kept | Out-Null
            $global:spare = @(Get-MaasMachine | Where-Object StatusName -eq 'New')[0]
            $global:hanging = @(Get-MaasMachine | Where-Object StatusName -eq 'New')[-1]
            $maas | Set-MaasSimulatorFault CommissioningHang -Machine $hanging.SystemId | Out-Null
            Invoke-MaasApi "machines/$($hanging.SystemId)/" POST -Operation commission | Out-Null
            Get-MaasMachine worker01 | Lock-MaasMachine | Out-Null
            Get-MaasMachine control02 | Add-MaasTagMember -Tag kept
            $maas | Set-MaasSimulatorFault DeploymentFailure -Machine worker02 | Out-Null
            """).Verify();
        _site.Run(
            $"$site | Invoke-DrydockTask PrepareSite -Only SiteTag -JournalPath '{Folder}/site.journal' | Out-Null; "
                + "Remove-MaasTag nvme -Confirm:$false")
            .Verify();
    }

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    [Fact]
    public void Every_command_that_supports_WhatIf_has_a_line_here()
    {
        var commands = _site.Run("Get-Command -Module Drydock.Maas | Where-Object { $_.Parameters.WhatIf } | ForEach-Object Name")
            .Verify().Texts;
        Assert.Equal(commands.Order(StringComparer.Ordinal), Lines.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_rehearsal_shows_something_and_changes_nothing() => Assert.Empty(Lines.SelectMany(line =>
    {
        var before = Everything();
        var shown = _site.Module.Host.Console.Lines.Count;
        var errors = _site.Run($"{line.Value} -WhatIf").Errors.Select(e => $"{line.Key}: {e}");
        var hasShown = _site.Module.Host.Console.Lines.Skip(shown - 1).Any(text => text.Contains("What if:", StringComparison.Ordinal));
        return errors.Concat(hasShown ? [] : [$"{line.Key} planned nothing"]).Concat(Changed(before, line.Key));
    }));

    [Fact]
    public void Whoever_says_no_changes_nothing() => Assert.Empty(Lines.SelectMany(line =>
    {
        var before = Everything();
        var asked = _site.Module.Host.Console.Questions.Count;
        _site.Module.Host.Console.Choice = 2;
        _site.Run($"{line.Value} -Confirm");
        var hasAsked = _site.Module.Host.Console.Questions.Count > asked;
        return (hasAsked ? Enumerable.Empty<string>() : [$"{line.Key} asked nothing"])
            .Concat(Changed(before, line.Key).Where(text => !IsJournal(text)));
    }));

    /// <summary>A task whose questions are answered with no has run, and its journal says so.</summary>
    private static bool IsJournal(string text) => text.Contains(".journal", StringComparison.Ordinal);

    private IEnumerable<string> Changed(IReadOnlyList<string> before, string command)
    {
        var after = Everything();
        return after.Except(before).Concat(before.Except(after)).Select(text => $"{command} changed: {text}");
    }

    /// <summary>What was written to the server, what the simulator was told, and which files there are.</summary>
    private IReadOnlyList<string> Everything() =>
    [
        .. _site.Writes.Select((write, number) => $"{number} {write}"),
        .. _site.Run("$maas | Get-MaasSimulatorFault | ForEach-Object { \"fault $($_.Id)\" }").Verify().Texts,
        .. Directory.GetFiles(Folder).Select(file => $"{file} {File.GetLastWriteTimeUtc(file):O}"),
    ];
}

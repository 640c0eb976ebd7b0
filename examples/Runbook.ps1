<#
.SYNOPSIS
A runbook: takes a site from an empty MAAS to deployed, in waves, and can be run again after whatever cut it off.

.DESCRIPTION
Connects to the MAAS given or, without one, rehearses on a simulator. Every task is recorded in the journal. What is done already is looked at and
left alone, so that running it twice changes nothing. Ends with an error when a task does not meet the criteria of its deployment strategy.

Runs in pwsh 7.4 and later, and in the small shell of this repository:

    dotnet run --project src/Drydock.Maas.Shell -- examples/Runbook.ps1
#>
[CmdletBinding()]
param(
    # A folder or file with Drydock documents.
    [string]$Site = "$PSScriptRoot/site",

    # The MAAS; a simulator is started without one. The API key comes from MAAS_APIKEY.
    [string]$Url,

    # Where finished steps are recorded.
    [string]$JournalPath = "$([System.IO.Path]::GetTempPath())/drydock-runbook-$PID.journal",

    # How many times faster than real time the simulated machines are.
    [double]$Speed = 600
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module Drydock.Maas)) {
    Import-Module (Get-ChildItem "$PSScriptRoot/../out/Drydock.Maas/*/Drydock.Maas.psd1" | Select-Object -Last 1).FullName
}

$design = Import-DrydockDesign $Site
$simulator = if (-not $Url) { Start-MaasSimulator -Design $design -Speed $Speed }
try {
    if ($simulator) { $simulator | Connect-Maas | Out-Null } else { Connect-Maas $Url | Out-Null }

    # Control nodes first, all of them; then the rest, of which one may fail.
    $waves = @{
        groups = @(
            @{
                name = 'control'; critical = $true; depends_on = @()
                selectors        = @(@{ node_tags = @('control') })
                success_criteria = @{ percent_successful_nodes = 100 }
            }
            @{
                name = 'rest'; critical = $false; depends_on = @('control')
                selectors        = @()
                success_criteria = @{ maximum_failed_nodes = 1 }
            }
        )
    }

    '== Is MAAS able to provision?'
    $design | Invoke-DrydockTask VerifySite | Out-Default

    '== The site'
    $design | Invoke-DrydockTask PrepareSite -JournalPath $JournalPath | Out-Default

    '== Machines'
    $design | Invoke-DrydockTask PrepareNodes -Strategy $waves -JournalPath $JournalPath -ErrorAction Continue | Out-Default

    '== What would be deployed'
    $plan = $design | Invoke-DrydockTask DeployNodes -Strategy $waves -WhatIf
    "$($plan.ChangeCount) changes on $($plan.Nodes.Count) nodes."

    '== Deployment'
    $design | Invoke-DrydockTask DeployNodes -Strategy $waves -JournalPath $JournalPath -ErrorAction Continue | Out-Default

    '== What the journal tells'
    $tasks = @(Get-DrydockTask $JournalPath)
    $tasks | ForEach-Object { "$_, $($_.Succeeded) succeeded, $($_.ChangeCount) changes" }

    '== Once more, from the journal: nothing is left to do'
    $again = Resume-DrydockTask $JournalPath -WarningAction SilentlyContinue
    if ($again.ChangeCount -ne 0) { throw "The second run changed something: $($again.ChangeCount) changes." }
    "$($again.Succeeded) of $($again.Nodes.Count) nodes are as designed."
}
finally {
    Disconnect-Maas
    if ($simulator) { $simulator | Stop-MaasSimulator }
}

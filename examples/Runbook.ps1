<#
.SYNOPSIS
Takes a site from its design to deployed machines with whole tasks, as an operator's runbook would; rehearsed on a simulator, or for good.

.DESCRIPTION
Without -Url it is a rehearsal: a simulated MAAS on which a worker's deployment fails twice, so that the first attempt does not succeed. The
runbook goes on from its journal, shows that MAAS is as designed, has a name changed by hand and shows that this is found and mended.

With -Url it does the same for good, without the mishaps. Ends with an error when the site does not become what its design says.

Runs in pwsh 7.4 and later; without one, after a build, in that of .config/dotnet-tools.json:

    dotnet pwsh -NoProfile -File examples/Runbook.ps1

.EXAMPLE
./examples/Runbook.ps1

.EXAMPLE
./examples/Runbook.ps1 -Site ./site -Url https://maas.example.com:5443/MAAS -ApiKey (Read-Host -AsSecureString) -Rack rack1
#>
[CmdletBinding()]
param(
    # A folder or file with Drydock documents.
    [string]$Site = "$PSScriptRoot/site",

    # The MAAS; a simulated one when left out.
    [string]$Url,

    # The API key of an administrator of that MAAS.
    [securestring]$ApiKey,

    # Only nodes in these racks.
    [string[]]$Rack,

    # Where what was done is recorded.
    [string]$JournalPath = (Join-Path ([System.IO.Path]::GetTempPath()) "$(New-Guid).journal")
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module Drydock.Maas)) {
    Import-Module (Get-ChildItem "$PSScriptRoot/../out/Drydock.Maas/*/Drydock.Maas.psd1" | Select-Object -Last 1).FullName
}

"== The design: $Site"
$design = Import-DrydockDesign $Site
$design | Test-DrydockDesign | Out-Default
if (-not ($design | Test-DrydockDesign -Quiet)) { throw 'The design has errors; nothing was touched.' }

$simulator = $null
if ($Url) {
    Connect-Maas $Url -ApiKey $ApiKey | Out-Default
}
else {
    '== A rehearsal: a simulated MAAS, where the deployment of worker03 fails twice'
    $simulator = Start-MaasSimulator -Design $design -Speed 1200
    $simulator | Set-MaasSimulatorFault DeploymentFailure -Machine worker03 -Count 2 | Out-Default
    $simulator | Connect-Maas | Out-Default
}

try {
    $selection = @{}
    if ($Rack) { $selection.Rack = $Rack }

    # Control nodes first; the rest when all of them are through.
    $selection.Strategy = @{
        groups = @(
            @{ name = 'control'; critical = $true; depends_on = @(); selectors = @(@{ node_tags = @('control') })
                success_criteria = @{ percent_successful_nodes = 100 } }
            @{ name = 'rest'; critical = $true; depends_on = @('control'); selectors = @()
                success_criteria = @{ percent_successful_nodes = 100 } }
        )
    }

    foreach ($action in 'VerifySite', 'PrepareSite', 'PrepareNodes', 'DeployNodes') {
        "== $action"
        $nodes = if ($action -like '*Nodes') { $selection } else { @{} }
        if ($action -eq 'DeployNodes') {
            $plan = $design | Invoke-DrydockTask $action @nodes -WhatIf
            "$($plan.ChangeCount) changes on $($plan.Nodes.Count) nodes are planned."
        }

        try {
            # What fails is tried once more by itself; a node that fails all the same does not keep the others.
            $design | Invoke-DrydockTask $action @nodes -RetryCount 1 -JournalPath $JournalPath | Out-Default
        }
        catch {
            "$_"
            '== Once more, from the journal: what is done stays done'
            Resume-DrydockTask $JournalPath -Design $design | Out-Default
        }
    }

    '== What the journal tells'
    Get-DrydockTask $JournalPath | ForEach-Object { "$_, $($_.Succeeded) succeeded, $($_.ChangeCount) changes" }

    '== Is MAAS as designed?'
    $selection.Remove('Strategy')
    $nodeNames = @($design | Get-DrydockNode @selection | ForEach-Object Name)
    $drift = @($design | Compare-DrydockDesign -Node $nodeNames)
    $drift | Out-Default
    if ($drift.Count -gt 0) { throw "Not as designed: $drift" }
    "$($nodeNames.Count) of $($nodeNames.Count) nodes are as designed."

    if ($simulator) {
        '== Somebody renames a machine'
        Set-MaasMachine $nodeNames[0] -NewHostname mistake | Out-Default
        $design | Compare-DrydockDesign -Node $nodeNames | Out-Default
        $design | Get-DrydockNode $nodeNames[0] | Set-MaasNodeIdentity | Out-Default
        $left = @($design | Compare-DrydockDesign -Node $nodeNames)
        if ($left.Count -gt 0) { throw "Still not as designed: $left" }
        'Found, and mended by the next run.'

        '== What it took'
        $simulator | Get-MaasSimulatorRequest -Summary | Out-Default
    }
}
finally {
    Disconnect-Maas
    if ($simulator) { $simulator | Stop-MaasSimulator }
}
"The journal: $JournalPath"

<#
.SYNOPSIS
Provisions the example site on a simulated MAAS: plan, apply, look, and once more to see that nothing changes.

.DESCRIPTION
Needs no hardware and no MAAS. Runs in pwsh 7.4 and later; without one, this builds the module and takes the pwsh of .config/dotnet-tools.json:

    dotnet run --project examples

Ends with an error when a node is not Deployed, or when the second run writes anything.
#>
[CmdletBinding()]
param(
    # A folder or file with Drydock documents.
    [string]$Site = "$PSScriptRoot/site",

    # How many times faster than real time the simulated machines are.
    [double]$Speed = 600
)

$ErrorActionPreference = 'Stop'
if (-not (Get-Module Drydock.Maas)) {
    Import-Module (Get-ChildItem "$PSScriptRoot/../out/Drydock.Maas/*/Drydock.Maas.psd1" | Select-Object -Last 1).FullName
}

function Show-Plan($results) {
    $changes = @($results.Changes)
    "A plan is objects too: $($changes.Count) changes, $(@($changes | Where-Object Severity -EQ 'Disruptive').Count) of them disruptive."
}

"== The design: $Site"
$design = Import-DrydockDesign $Site
$design | Out-Default
$design | Get-DrydockNode | Out-Default

'== A simulated MAAS with one machine per node, and a connection to it'
$simulator = Start-MaasSimulator -Design $design -Speed $Speed
try {
    $simulator | Connect-Maas | Out-Default

    '== The plan for the network of the site: nothing is written yet'
    Show-Plan ($design | Set-MaasSiteNetwork -WhatIf)

    '== The plan for the nodes, as far as it can be known before they are commissioned'
    Show-Plan ($design | Get-DrydockNode | Invoke-MaasCommission -WhatIf)

    function Invoke-Provisioning {
        $design | Set-MaasSiteNetwork
        $design | Get-DrydockNode |
            Invoke-MaasCommission | Set-MaasNodeNetwork | Set-MaasNodeStorage | Set-MaasNodePlatform | Invoke-MaasDeploy
    }

    '== Provisioning'
    $first = @(Invoke-Provisioning)
    $first | Out-Default

    '== The machines'
    $machines = @(Get-MaasMachine)
    $machines | Out-Default
    $undeployed = @($machines | Where-Object StatusName -NE 'Deployed')
    if ($undeployed.Count -gt 0) { throw "Not deployed: $undeployed" }

    '== The same again: nothing is left to do'
    $writes = $simulator.WriteCount
    $second = @(Invoke-Provisioning)
    $second | Out-Default
    $changed = @($second | Where-Object Status -NE 'Unchanged')
    if ($changed.Count -gt 0) { throw "The second run was not without changes: $changed" }
    if ($simulator.WriteCount -ne $writes) { throw "The second run made $($simulator.WriteCount - $writes) writing requests." }
    "The second run made no writing request; $($machines.Count) machines are Deployed."
}
finally {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

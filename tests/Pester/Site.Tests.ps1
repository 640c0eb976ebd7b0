BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 2400
    $null = $simulator | Connect-Maas
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'What a site shares: <command>' -ForEach @(
    @{ Command = 'Set-MaasSiteSshKey'; Change = 'operator@harbour' }
    @{ Command = 'Set-MaasSiteRepository'; Change = 'harbour_tools' }
    @{ Command = 'Set-MaasSiteTag'; Change = 'nvme' }
) {
    It 'is planned without writing, written, and then as designed' {
        $before = $simulator.WriteCount
        $plan = @($design | & $command -WhatIf)
        $plan.Changes -join "`n" | Should -Match $change
        $simulator.WriteCount | Should -Be $before

        ($design | & $command).Status | Should -Contain 'Changed'

        $before = $simulator.WriteCount
        ($design | & $command).Status | Sort-Object -Unique | Should -Be 'Unchanged'
        $simulator.WriteCount | Should -Be $before
    }
}

Describe 'Set-MaasSiteBootMedia' {
    It 'has nothing to do where the images are there' {
        ($design | Set-MaasSiteBootMedia).Status | Should -Not -Contain 'Failed'
    }
}

Describe 'Set-MaasSiteScript' {
    It 'uploads a script once' {
        $script = Join-Path $TestDrive 'harbour-burn-in'
        "#!/bin/bash`n# --- Start MAAS 1.0 script metadata ---`n# name: harbour-burn-in`n# script_type: testing`n# --- End MAAS 1.0 script metadata ---`ntrue" |
            Set-Content $script
        ($design | Set-MaasSiteScript -Path $script).Status | Should -Be 'Changed'
        ($design | Set-MaasSiteScript -Path $script).Status | Should -Be 'Unchanged'
        (Get-MaasScript harbour-burn-in).Name | Should -Be 'harbour-burn-in'
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $site = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $site -Speed 6000
    $null = $simulator | Connect-Maas
    $null = $site | Set-MaasSiteNetwork
    $null = $site | Get-DrydockNode | Set-MaasNodeIdentity
    function Get-Write([scriptblock]$Script) {
        $before = $simulator.WriteCount
        $null = & $Script
        $simulator.WriteCount - $before
    }
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'What only looks like a node' {
    It 'is refused by <_>' -ForEach 'Invoke-MaasDeploy', 'Set-MaasNodePlatform', 'Invoke-MaasRelease', 'Set-MaasNodeNetwork', 'Remove-MaasNode' {
        $command = $_
        $rows = 'Name,Rack', 'control01,rack1' | ConvertFrom-Csv
        $selected = $site | Get-DrydockNode control01 | Select-Object Name, Rack
        $file = Join-Path $TestDrive node.xml
        $site | Get-DrydockNode control01 | Select-Object -Property * -ExcludeProperty Site | Export-Clixml $file -Depth 1
        $written = Get-Write {
            foreach ($input in $rows, $selected, (Import-Clixml $file)) {
                $input | & $command -Confirm:$false -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
                "$failed" | Should -BeLike '*$site | Get-DrydockNode -Name control01*'
            }
        }
        $written | Should -Be 0
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 1200
    $session = $simulator | Connect-Maas

    function Invoke-Line {
        $design | Get-DrydockNode |
            Invoke-MaasCommission | Set-MaasNodeNetwork | Set-MaasNodeStorage | Set-MaasNodePlatform | Invoke-MaasDeploy
    }
}

AfterAll {
    if ($session) { Disconnect-Maas }
    if ($simulator) { $simulator | Stop-MaasSimulator }
}

Describe 'A site, from design to deployed machines' {
    It 'is only planned with -WhatIf' {
        $before = $simulator.WriteCount
        $plan = @($design | Set-MaasSiteNetwork -WhatIf)
        $plan.Status | Sort-Object -Unique | Should -Be 'Planned'
        $plan.Changes.Count | Should -BeGreaterThan 5
        $simulator.WriteCount | Should -Be $before
    }

    It 'gets its networks' {
        $results = @($design | Set-MaasSiteNetwork)
        $results.Status | Should -Not -Contain 'Failed'
        $results.Count | Should -Be $design.Networks.Count
    }

    It 'gets its machines deployed' {
        $results = @(Invoke-Line)
        $results.Count | Should -Be $design.Nodes.Count
        $results.Status | Sort-Object -Unique | Should -Be 'Changed'
        (Get-MaasMachine).StatusName | Sort-Object -Unique | Should -Be 'Deployed'
    }

    It 'writes nothing the second time' {
        $before = $simulator.WriteCount
        $results = @($design | Set-MaasSiteNetwork) + @(Invoke-Line)
        $results.Status | Sort-Object -Unique | Should -Be 'Unchanged'
        $simulator.WriteCount | Should -Be $before
    }

    It 'finds a machine by name and says so when there is none' {
        (Get-MaasMachine -Hostname $design.Nodes[0].Name).StatusName | Should -Be 'Deployed'
        { Get-MaasMachine -Hostname no-such-machine -ErrorAction Stop } | Should -Throw '*no-such-machine*'
    }
}

Describe 'Without a connection' {
    It 'says what to do' {
        $sink = [powershell]::Create().AddCommand('Import-Module').AddParameter('Name', $Manifest)
        $null = $sink.Invoke()
        $sink.Commands.Clear()
        $null = $sink.AddCommand('Get-MaasMachine')
        { $sink.Invoke() } | Should -Throw '*Connect-Maas*'
        $sink.Dispose()
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 2400
    $null = $simulator | Connect-Maas
    $null = $design | Set-MaasSiteNetwork
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'Before commissioning' {
    It 'Resolve-MaasNode says which machine a node is' {
        $results = @($design | Get-DrydockNode | Resolve-MaasNode)
        $results.Count | Should -Be $design.Nodes.Count
        $results.Machine.SystemId | Sort-Object -Unique | Should -HaveCount $design.Nodes.Count
        $results[0].Messages | Should -Match $results[0].Machine.SystemId
    }

    It 'Set-MaasNodeIdentity names machines, by splatting too' {
        $arguments = @{ Node = $design | Get-DrydockNode control01, worker01 }
        (Set-MaasNodeIdentity @arguments).Status | Should -Be 'Changed', 'Changed'
        (Get-MaasMachine control01).Fqdn | Should -Be 'control01.harbour.example.net'
    }

    It 'storage of a machine whose disks are unknown is refused, with what to do' {
        $null = $design | Get-DrydockNode control01 | Set-MaasNodeStorage -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'WrongMachineState,*'
        $refused[0].TargetObject.Name | Should -Be 'control01'
        $refused[0].Exception.Message | Should -Match 'Invoke-MaasCommission'
    }
}

Describe 'Commissioning' {
    It 'waits until Ready and brings build data' {
        $result = $design | Get-DrydockNode control01 | Invoke-MaasCommission -BuildDataPath $TestDrive
        $result.Status | Should -Be 'Changed'
        (Get-MaasMachine control01).StatusName | Should -Be 'Ready'
        Get-ChildItem $TestDrive -Recurse -File | Should -Not -BeNullOrEmpty
    }

    It 'can be read later: Get-MaasNodeBuildData' {
        $data = @($design | Get-DrydockNode control01 | Get-MaasNodeBuildData -Generator lshw, commission:*)
        $data.Generator | Should -Contain 'lshw'
        ($data | Where-Object Generator -EQ lshw).DataElement | Should -Match '<list>'
    }
}

Describe 'A step of a commissioned node: <command>' -ForEach @(
    @{ Command = 'Set-MaasNodeNetwork'; Change = 'bond0' }
    @{ Command = 'Set-MaasNodeStorage'; Change = 'VolumeGroup data' }
    @{ Command = 'Set-MaasNodePlatform'; Change = 'control01_kp' }
    @{ Command = 'Invoke-MaasDeploy'; Change = 'jammy' }
) {
    It 'plans without writing, applies, and then has nothing left to do' {
        $node = $design | Get-DrydockNode control01
        $before = $simulator.WriteCount
        $plan = $node | & $command -WhatIf
        $plan.Status | Should -Be 'Planned'
        $plan.Changes -join "`n" | Should -Match $change
        $simulator.WriteCount | Should -Be $before

        $applied = $node | & $command
        $applied.Status | Should -Be 'Changed'
        $applied.Changes.Count | Should -Be $plan.Changes.Count

        $before = $simulator.WriteCount
        ($node | & $command).Status | Should -Be 'Unchanged'
        $simulator.WriteCount | Should -Be $before
    }
}

Describe 'Test-MaasNodeStorage' {
    It 'says where everything goes' {
        $null = $design | Get-DrydockNode worker01 | Invoke-MaasCommission
        $result = $design | Get-DrydockNode worker01 | Test-MaasNodeStorage
        $result.Messages -join ' ' | Should -Match 'sda .* sdb '
    }

    It 'finds a disk that is too small before anything is written' {
        $text = (Get-ChildItem "$Root/examples/site/*.yaml" | Get-Content -Raw) -join "`n---`n"
        $big = Import-DrydockDesign $text.Replace('size: 1g', 'size: 9000g')
        $before = $simulator.WriteCount
        $result = $big | Get-DrydockNode control01, worker01 | Test-MaasNodeStorage -ErrorVariable tooSmall -ErrorAction SilentlyContinue
        $result.Status | Should -Contain 'Failed'
        $tooSmall[0].FullyQualifiedErrorId | Should -BeLike 'NotEnoughStorage,*'
        $simulator.WriteCount | Should -Be $before
    }
}

Describe 'A node that failed' {
    It 'is skipped by the steps after it; the others go on' {
        $machine = Get-MaasMachine -Status New | Select-Object -First 1
        $lost = @($design | Get-DrydockNode | Resolve-MaasNode).Where({ $_.Machine.SystemId -eq $machine.SystemId }).Target
        $null = Invoke-MaasApi "machines/$($machine.SystemId)/" -Method DELETE -Confirm:$false
        $results = @($design | Get-DrydockNode $lost, worker01 | Invoke-MaasCommission -ErrorAction SilentlyContinue | Set-MaasNodeNetwork)
        ($results | Where-Object Target -EQ $lost).Status | Should -Be 'Skipped'
        ($results | Where-Object Target -EQ worker01).Status | Should -Be 'Changed'
    }
}

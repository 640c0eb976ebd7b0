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

Describe 'Rows that name machines' {
    It 'are taken from a CSV: <_>' -ForEach 'Hostname', 'SystemId' {
        $column = $_
        $file = Join-Path $TestDrive hosts.csv
        Get-MaasMachine control01, worker01 | Select-Object $column | Export-Csv $file
        (Import-Csv $file | Set-MaasMachine -Description "by $column").Hostname | Sort-Object | Should -Be 'control01', 'worker01'
        @(Import-Csv $file | Get-MaasInterface).Count | Should -BeGreaterThan 1
        (Get-MaasMachine worker01).Description | Should -Be "by $column"
    }

    It 'are taken from a whole export, Clixml, JSON, a selection, a job and the API' {
        Get-MaasMachine control01 | Export-Csv "$TestDrive/all.csv"
        Get-MaasMachine control01 | Export-Clixml "$TestDrive/all.xml"
        $inputs = @(
            Import-Csv "$TestDrive/all.csv"
            Import-Clixml "$TestDrive/all.xml"
            Get-MaasMachine control01 | ConvertTo-Json -Depth 1 -WarningAction Ignore | ConvertFrom-Json
            Get-MaasMachine control01 | Select-Object Hostname, StatusName
            Start-Job { [pscustomobject]@{ Hostname = 'control01' } } | Receive-Job -Wait -AutoRemoveJob
            Invoke-MaasApi machines/ | Where-Object hostname -EQ control01
        )
        foreach ($row in $inputs) {
            $text = [guid]::NewGuid().ToString()
            $row | Set-MaasMachine -Description $text | Should -Not -BeNullOrEmpty
            (Get-MaasMachine control01).Description | Should -Be $text
        }
    }

    It 'are errors of their own where they lead nowhere' {
        $rows = "Hostname,Name`nnosuch,control01`n,control01`n" | ConvertFrom-Csv
        $written = Get-Write { $rows | Stop-MaasMachine -Confirm:$false -ErrorVariable script:failed -ErrorAction SilentlyContinue }
        $written | Should -Be 0
        $failed.FullyQualifiedErrorId | Should -Be 'MachineNotNamed,Drydock.Maas.Commands.Machines.StopMaasMachineCommand',
            'MachineNotFound,Drydock.Maas.Commands.Machines.StopMaasMachineCommand'
    }
}

Describe 'Two connections with equal ids' {
    BeforeAll {
        $file = (Join-Path $TestDrive state.json)
        $null = $simulator | Save-MaasSimulator $file
        $copy = Start-MaasSimulator -State $file -Speed 6000
        $staging = $copy | Connect-Maas
        $production = $simulator | Connect-Maas
    }

    AfterAll {
        $staging | Disconnect-Maas
        $copy | Stop-MaasSimulator
    }

    It 'keep their objects' {
        $written = Get-Write {
            Get-MaasMachine control01 -Session $staging | Set-MaasMachine -NewHostname scratch
            $site | Get-DrydockNode worker01 | Resolve-MaasNode -Session $staging | Invoke-MaasCommission | Set-MaasNodeNetwork
        }
        $written | Should -Be 0
        (Get-MaasMachine scratch -Session $staging).Hostname | Should -Be 'scratch'
        (Get-MaasMachine worker01 -Session $staging).StatusName | Should -Be 'Ready'
    }

    It 'refuse what was serialised on the other' {
        Get-MaasMachine worker02 -Session $staging | Export-Clixml "$TestDrive/staging.xml"
        Get-MaasMachine worker02 -Session $staging | Export-Csv "$TestDrive/staging.csv"
        $written = Get-Write {
            foreach ($row in (Import-Clixml "$TestDrive/staging.xml"), (Import-Csv "$TestDrive/staging.csv")) {
                { $row | Set-MaasMachine -Description x -ErrorAction Stop } | Should -Throw -ErrorId 'OtherServer,*'
                { $row | Set-MaasMachine -Description x -Session $staging -ErrorAction Stop } | Should -Not -Throw
            }
        }
        $written | Should -Be 0
    }
}

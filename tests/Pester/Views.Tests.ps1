BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 2400
    $session = $simulator | Connect-Maas
    $null = $design | Invoke-DrydockTask PrepareSite
    $null = $design | Invoke-DrydockTask PrepareNodes -Name control01, worker01
    $task = $design | Invoke-DrydockTask DeployNodes -Name control01, worker01
    $key = ($simulator.ApiKey -split ':')[2]
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'On a console of 120 columns' {
    It 'a table shows every column, none cut to nothing: <what>' -ForEach @(
        @{ What = 'a design'; Show = { $design } }
        @{ What = 'nodes'; Show = { $design.Nodes } }
        @{ What = 'networks'; Show = { $design | Get-DrydockNetwork } }
        @{ What = 'boot actions'; Show = { $design | Get-DrydockBootAction } }
        @{ What = 'rendered boot actions'; Show = { $design | Get-DrydockBootAction -Render } }
        @{ What = 'findings'; Show = { $design | Test-DrydockDesign } }
        @{ What = 'a simulator'; Show = { $simulator } }
        @{ What = 'requests'; Show = { $simulator | Get-MaasSimulatorRequest -Last 20 } }
        @{ What = 'counts of requests'; Show = { $simulator | Get-MaasSimulatorRequest -Summary } }
        @{ What = 'a connection'; Show = { Get-MaasConnection } }
        @{ What = 'checks'; Show = { Test-MaasConnection } }
        @{ What = 'machines'; Show = { Get-MaasMachine } }
        @{ What = 'interfaces'; Show = { Get-MaasInterface -Hostname control01 } }
        @{ What = 'disks'; Show = { Get-MaasBlockDevice -Hostname control01 } }
        @{ What = 'volume groups'; Show = { Get-MaasVolumeGroup -Hostname control01 } }
        @{ What = 'script results'; Show = { Get-MaasScriptResult -Hostname control01 } }
        @{ What = 'build data'; Show = { $design | Get-DrydockNode control01 | Get-MaasNodeBuildData } }
        @{ What = 'fabrics'; Show = { Get-MaasFabric } }
        @{ What = 'VLANs'; Show = { Get-MaasVlan } }
        @{ What = 'subnets'; Show = { Get-MaasSubnet } }
        @{ What = 'ranges'; Show = { Get-MaasIPRange } }
        @{ What = 'domains'; Show = { Get-MaasDomain } }
        @{ What = 'tags'; Show = { Get-MaasTag } }
        @{ What = 'images'; Show = { Get-MaasBootResource } }
        @{ What = 'rack controllers'; Show = { Get-MaasRackController } }
        @{ What = 'scripts'; Show = { Get-MaasScript } }
        @{ What = 'repositories'; Show = { Get-MaasPackageRepository } }
        @{ What = 'zones'; Show = { Get-MaasZone } }
        @{ What = 'pools'; Show = { Get-MaasResourcePool } }
        @{ What = 'events'; Show = { Get-MaasEvent -Limit 20 } }
        @{ What = 'results of a step'; Show = { $design | Get-DrydockNode | Resolve-MaasNode } }
        @{ What = 'storage plans'; Show = { $design | Get-DrydockNode worker01 | Test-MaasNodeStorage } }
        @{ What = 'planned changes'; Show = { ($design | Get-DrydockNode control02 | Set-MaasNodeIdentity -WhatIf).Changes } }
        @{ What = 'drift'; Show = { $design | Compare-DrydockDesign -Node control01, control02 } }
        @{ What = 'steps of a task'; Show = { $task.Steps } }
        @{ What = 'nodes of a task'; Show = { $task.Nodes } }
    ) {
        $lines = @(& $show | Get-Screen)
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
        if ($what -ne 'drift') { $lines.Where({ $_ -match '^\s*-+( +-+)+' }) | Should -Not -BeNullOrEmpty }
        # PowerShell says with dots in the head that a column had no room.
        $lines.Where({ $_ }, 'First') | Should -Not -Match '…'
    }

    It 'a task is told as a list' {
        $lines = $task | Get-Screen
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
        $lines -join "`n" | Should -Match 'Verdict +: Success: 2 succeeded'
    }
}

Describe 'On a console of 80 columns' {
    It '<what> keep the columns that matter' -ForEach @(
        @{ What = 'events'; Columns = 'Hostname', 'Event'; Show = { Get-MaasEvent -Limit 5 } }
        @{ What = 'interfaces'; Columns = 'MacAddress', 'Vlan', 'Links', 'Mtu'; Show = { Get-MaasInterface -Hostname control01 } }
        @{ What = 'machines'; Columns = 'StatusName', 'Power', 'DiskGB'; Show = { Get-MaasMachine } }
        @{ What = 'subnets'; Columns = 'Cidr', 'Gateway', 'DnsServers'; Show = { Get-MaasSubnet } }
        @{ What = 'VLANs'; Columns = 'Mtu', 'Dhcp', 'PrimaryRack'; Show = { Get-MaasVlan } }
        @{ What = 'disks'; Columns = 'SizeGB', 'UsedFor'; Show = { Get-MaasBlockDevice -Hostname control01 } }
        @{ What = 'drift'; Columns = 'Severity', 'Finding'; Show = { $design | Compare-DrydockDesign -Node control02 } }
        @{ What = 'a connection'; Columns = 'Version', 'User', 'Open'; Show = { Get-MaasConnection } }
        @{ What = 'nodes of a task'; Columns = 'Step', 'Verdict', 'Reason'; Show = { $task.Nodes } }
        @{ What = 'steps of a task'; Columns = 'Verdict', 'ChangeCount', 'Failures'; Show = { $task.Steps } }
    ) {
        $lines = @(& $show | Out-String -Stream -Width 80)
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $head = $lines.Where({ $_ }, 'First')
        $columns | Where-Object { $head -notmatch "(^| )$_( |$)" } | Should -BeNullOrEmpty
    }
}

Describe 'What matters at 80 columns' {
    It 'MAC addresses are whole' {
        $macs = (Get-MaasInterface -Hostname control01).MacAddress
        $shown = Get-MaasInterface -Hostname control01 | Out-String -Width 80
        $macs.Where({ $shown -notmatch $_ }) | Should -BeNullOrEmpty
    }

    It 'what is and what should be is told in full' {
        $drift = @($design | Compare-DrydockDesign -Node control02)
        $shown = ($drift | Out-String -Width 80) -replace '\s'
        $drift.ForEach({ $_.DesignValue; $_.MaasValue }).Where({ $_ -and $shown -notmatch [regex]::Escape(($_ -replace '\s')) }) | Should -BeNullOrEmpty
    }

    It 'messages of results are told in full' {
        $results = @($design | Get-DrydockNode | Resolve-MaasNode)
        $cells = ($results | Out-String -Stream -Width 80).ForEach({ if ($_.Length -gt 57) { $_.Substring(57) } }) -join '' -replace '\s'
        $results.Messages.Where({ $cells -notmatch [regex]::Escape(($_ -replace '\s')) }) | Should -BeNullOrEmpty
    }
}

Describe 'Secrets' {
    It 'are in no view, text or list' {
        $all = @($design, $simulator, $session, $task) + $design.Nodes
        $text = (($all | Format-List * | Out-String -Width 500), ($all | Out-String), ($all -join ' ')) -join "`n"
        $text = $text -replace [regex]::Escape($simulator.ApiKey)
        $text | Should -Not -Match 'correct-horse-battery'
        $text | Should -Not -Match ([regex]::Escape($key))
    }

    It 'are in no JSON, CSV or export, however deep' {
        $all = @($design, $session) + $design.Nodes + $task.Nodes
        $text = ($all | ConvertTo-Json -Depth 12 -WarningAction SilentlyContinue) + ($design.Nodes.Oob | ConvertTo-Csv | Out-String)
        $text += ($design.Nodes.Oob | Format-List * | Out-String) + ($design | Export-DrydockDesign | Out-String)
        $text | Should -Not -Match 'correct-horse-battery'
        $text | Should -Not -Match ([regex]::Escape($key))
        $design.Nodes[0].Oob.Credential.Reveal() | Should -Be 'correct-horse-battery'
    }

    It 'are in no error' {
        $null = Invoke-MaasApi no-such-place/ -ErrorVariable failed -ErrorAction SilentlyContinue
        ($failed | Format-List * -Force | Out-String) + ($failed | Get-Error | Out-String) | Should -Not -Match ([regex]::Escape($key))
    }
}

Describe 'Results as a table for others' {
    It 'tell machines in a CSV with what they have' {
        $row = Get-MaasMachine control01 | ConvertTo-Csv | ConvertFrom-Csv
        $row.TagNames | Should -Match '(^|; )control(;|$)'
        $row.Interfaces | Should -Match 'bond0; bond0\.\d+'
        $row.WorkloadAnnotations | Should -Match 'role=control'
        $row.PSObject.Properties.Where({ $_.Value -match 'System\.|List`' }).Name | Should -BeNullOrEmpty
    }

    It 'tell their lists in a CSV' {
        $row = $task.Steps[0].Results[0] | ConvertTo-Csv | ConvertFrom-Csv
        $row.Changes | Should -Match 'set vlan of Interface .*; create Interface bond0'
        ($task.Nodes | ConvertTo-Csv) -join "`n" | Should -Not -Match 'System\.|ReadOnly|z__'
    }
}

Describe 'A command that only looks' {
    It 'says nothing but its result' {
        $streams = & {
            Get-MaasMachine | Out-Null
            $design | Get-DrydockNode | Resolve-MaasNode | Out-Null
            $design | Test-DrydockDesign | Out-Null
        } *>&1
        $streams | Should -BeNullOrEmpty
    }

    It 'tells with -Verbose each request it makes: <_>' -ForEach @(
        'Get-MaasFabric', 'Get-MaasMachine', 'Get-MaasScriptResult -Hostname control01', 'Get-MaasEvent -Limit 3', 'Test-MaasConnection',
        '$design | Get-DrydockNode control01 | Resolve-MaasNode', '$design | Compare-DrydockDesign -Node control01'
    ) {
        $null = $simulator | Clear-MaasSimulatorRequest
        $said = @(Invoke-Expression "$_ -Verbose 4>&1" | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and "$_" -match '^Request \d+: GET ' })
        $said.Count | Should -BeGreaterThan 0
        $said.Count | Should -Be $simulator.RequestCount
        "$($said[-1])" | Should -Match "^Request $($said.Count): "
    }

    It 'tells with -Verbose what it costs' {
        $said = Get-MaasMachine control* -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        $said -join ' ' | Should -Match 'every machine'
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 2400
    $null = $simulator | Connect-Maas
    $journal = Join-Path ([System.IO.Path]::GetTempPath()) "$([guid]::NewGuid()).journal"
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
    Remove-Item $journal -ErrorAction Ignore
}

Describe 'Invoke-DrydockTask' {
    It '<_> succeeds' -ForEach 'VerifySite', 'PrepareSite', 'PrepareNodes', 'DeployNodes' {
        $task = $design | Invoke-DrydockTask $_ -JournalPath $journal
        $task.Verdict | Should -Be 'Success'
        $task.ToString() | Should -Match $_
    }

    It 'leaves every node deployed' {
        (Get-MaasMachine).StatusName | Sort-Object -Unique | Should -Be 'Deployed'
    }

    It 'writes nothing the second time: <_>' -ForEach 'PrepareSite', 'PrepareNodes', 'DeployNodes', 'VerifyNodes' {
        $before = $simulator.WriteCount
        ($design | Invoke-DrydockTask $_).ChangeCount | Should -Be 0
        $simulator.WriteCount | Should -Be $before
    }

    It 'gives back one node, and plans it first' {
        $plan = $design | Invoke-DrydockTask DestroyNodes -Name worker05 -WhatIf
        $plan.IsPlan | Should -BeTrue
        @(Get-MaasMachine worker05).Count | Should -Be 1
        $null = $design | Invoke-DrydockTask DestroyNodes -Name worker05 -Confirm:$false
        Get-MaasMachine worker05* | Should -BeNullOrEmpty
    }

    It 'ends with an error when a node fails, which a runbook can catch' {
        $failed = { $design | Invoke-DrydockTask DeployNodes -Name worker04, worker05 } | Should -Throw -PassThru
        $failed.FullyQualifiedErrorId | Should -BeLike 'TaskFailed,*'
        $failed.Exception.Message | Should -Match 'worker05'
        (Get-DrydockTask -Last).Nodes.Where({ $_.Verdict -eq 'Failure' }).Name | Should -Be 'worker05'
    }

    It 'tells an action from the steps of another' {
        { $design | Invoke-DrydockTask DeployNodes -StartAt Commission } | Should -Throw -ErrorId 'UnknownStep,*'
    }
}

Describe 'The journal' {
    It 'tells of each task' {
        $tasks = @(Get-DrydockTask -JournalPath $journal)
        $tasks.Action | Should -Be 'VerifySite', 'PrepareSite', 'PrepareNodes', 'DeployNodes'
    }

    It 'holds no secret' {
        $text = Get-Content $journal -Raw
        $text | Should -Not -Match 'correct-horse-battery'
        $text | Should -Not -Match ([regex]::Escape(($simulator.ApiKey -split ':')[2]))
    }

    It 'goes on with a task where MAAS is now' {
        $null = $simulator | Set-MaasSimulatorFault DeploymentFailure -Machine worker03 -Count 1
        $null = $design | Get-DrydockNode worker03 | Invoke-MaasRelease -Confirm:$false
        $path = Join-Path $TestDrive 'resumed.journal'
        { $design | Invoke-DrydockTask DeployNodes -Name worker0[123] -RetryCount 0 -JournalPath $path -ErrorAction SilentlyContinue } | Should -Throw
        (Resume-DrydockTask $path -Design $design).Verdict | Should -Be 'Success'
        (Get-MaasMachine worker03).StatusName | Should -Be 'Deployed'
    }

    It 'that is missing is an error of its own' {
        { Get-DrydockTask -JournalPath "$TestDrive/none.journal" -ErrorAction Stop } | Should -Throw -ErrorId 'JournalNotFound,*'
    }
}

Describe 'Waves' {
    It 'begin a group when the one before has succeeded' {
        $null = $design | Get-DrydockNode control01, worker01 | Invoke-MaasRelease -Confirm:$false
        $strategy = @{
            groups = @(
                @{ name = 'first'; critical = $true; depends_on = @(); selectors = @(@{ node_names = @('control01') })
                    success_criteria = @{ percent_successful_nodes = 100 } }
                @{ name = 'second'; critical = $true; depends_on = @('first'); selectors = @(@{ node_names = @('worker01') })
                    success_criteria = @{ percent_successful_nodes = 100 } }
            )
        }
        $task = $design | Invoke-DrydockTask DeployNodes -Strategy $strategy
        $task.Groups.Name | Should -Be 'first', 'second'
        $task.Groups.Verdict | Sort-Object -Unique | Should -Be 'Success'
    }
}

Describe 'What is no Success' {
    BeforeAll {
        $folder = New-Item -ItemType Directory (Join-Path $TestDrive moved)
        Copy-Item "$Root/examples/site/*" $folder -Recurse
        $file = Join-Path $folder nodes-rack1.yaml
        (Get-Content $file -Raw) -replace '10\.62\.0\.22\b', '10.62.0.29' | Set-Content $file
        $moved = Import-DrydockDesign $folder
    }

    It 'a plan' {
        ($design | Invoke-DrydockTask DeployNodes -Name control02 -WhatIf).Verdict | Should -Be 'Planned'
    }

    It 'a machine that has drifted, told by status, verdict and error' {
        $result = $moved | Get-DrydockNode control02 | Set-MaasNodeNetwork -ErrorVariable failed -ErrorAction SilentlyContinue
        $result.Status | Should -Be 'Drifted'
        $result.Drift[0].Blocker | Should -Match 'release it first'
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'NodeDrifted,*'
        $task = $moved | Invoke-DrydockTask DeployNodes -Name control02 -ErrorAction SilentlyContinue
        $task.Verdict | Should -Be 'Drifted'
        $task.Nodes.Verdict | Should -Be 'Drifted'
        $task | Out-String | Should -Match '1 drifted'
        { $moved | Invoke-DrydockTask DeployNodes -Name control02 -ErrorAction Stop } | Should -Throw -ErrorId 'TaskDrifted,*'
        ($design | Invoke-DrydockTask DeployNodes -Name control02).Verdict | Should -Be 'Success'
    }

    It 'a name that the design does not have: <Parameters.Keys>' -ForEach @(
        @{ Parameters = @{ Rack = 'r9' }; Id = 'RackNotFound' }
        @{ Parameters = @{ Tag = 'nope' }; Id = 'TagNotFound' }
        @{ Parameters = @{ Name = 'nobody' }; Id = 'NodeNotFound' }
        @{ Parameters = @{ SkipBootAction = 'promjoin' }; Id = 'BootActionNotFound' }
    ) {
        { $design | Invoke-DrydockTask DeployNodes @Parameters } | Should -Throw -ErrorId "$Id,*"
    }

    It 'a wildcard that fits nothing' {
        $task = $design | Invoke-DrydockTask DeployNodes -Rack r9* -WarningVariable warnings -WarningAction SilentlyContinue
        $task.Verdict | Should -Be 'NothingSelected'
        "$warnings" | Should -Match 'r9\*'
    }

    It 'a deployment of what was not prepared' {
        $null = $design | Get-DrydockNode worker02 | Invoke-MaasRelease -Confirm:$false
        $null = Get-MaasMachine worker02 | ForEach-Object { Invoke-MaasApi "machines/$($_.SystemId)/" -Method POST -Operation restore_networking_configuration -Confirm:$false }
        $null = $design | Get-DrydockNode worker02 | Invoke-MaasDeploy -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'NodeNotPrepared,*'
        (Get-MaasMachine worker02).StatusName | Should -Be 'Ready'
        ($design | Get-DrydockNode worker02 | Set-MaasNodeNetwork | Invoke-MaasDeploy).Status | Should -Be 'Changed'
    }

    It 'a task that was broken off, which Get-DrydockTask tells of' {
        $null = $design | Get-DrydockNode worker02 | Invoke-MaasRelease -Confirm:$false
        $script = { param($Manifest, $Design, $Url, $Key)
            Import-Module $Manifest
            $null = Connect-Maas $Url -ApiKey $Key -WarningAction Ignore
            Import-DrydockDesign $Design | Invoke-DrydockTask DeployNodes -Name worker02 -PollIntervalSec 600 }
        $shell = [powershell]::Create([System.Management.Automation.RunspaceMode]::NewRunspace)
        $null = $shell.AddScript($script).AddArgument($Manifest).AddArgument("$Root/examples/site").AddArgument("$($simulator.Url)").AddArgument($simulator.ApiKey)
        $simulator | Clear-MaasSimulatorRequest
        $null = $shell.BeginInvoke()
        while (-not ($simulator.Requests -match 'op=deploy')) { Start-Sleep -Milliseconds 50 }
        $shell.Stop()
        $asking = [powershell]::Create()
        $asking.Runspace = $shell.Runspace
        $asking.AddScript('(Get-DrydockTask -Last).Verdict').Invoke() | Should -Be 'Stopped'
    }
}

Describe 'Resuming DestroyNodes' {
    It 'leaves alone what has come back since' {
        $path = Join-Path $TestDrive 'destroyed.journal'
        $null = Lock-MaasMachine worker03
        { $design | Invoke-DrydockTask DestroyNodes -Name worker03, worker04 -JournalPath $path -Confirm:$false -ErrorAction SilentlyContinue } |
            Should -Throw
        Get-MaasMachine worker04* | Should -BeNullOrEmpty
        $null = Unlock-MaasMachine worker03
        $new = Add-MaasMachine worker04 -MacAddress 52:54:00:aa:bb:04 -PowerType ipmi -PowerParameter @{
            power_address = ($design | Get-DrydockNode worker04).Oob.Address; power_user = 'root'; power_pass = 'x' }

        $task = Resume-DrydockTask $path -Design $design -Confirm:$false -WarningVariable told -WarningAction SilentlyContinue

        $task.Verdict | Should -Be 'Success'
        (Get-MaasMachine worker04).SystemId | Should -Be $new.SystemId
        Get-MaasMachine worker03* | Should -BeNullOrEmpty
        "$told" | Should -Match 'worker04 was destroyed before'
    }
}

Describe 'A rack controller among the nodes' {
    It 'is passed over with success' {
        $rack = Get-MaasRackController | Select-Object -First 1
        $node = $design.Nodes[0]
        $text = Get-Content "$Root/examples/site/*.yaml" -Raw
        $folder = Join-Path $TestDrive 'racks'
        $null = New-Item -ItemType Directory $folder
        Set-Content "$folder/site.yaml" (($text -join "`n") -replace "name: worker05`n", "name: $($rack.Hostname)`n")
        $other = Import-DrydockDesign $folder
        $before = $simulator.WriteCount

        $task = $other | Invoke-DrydockTask PrepareNodes -Name $rack.Hostname -WarningAction SilentlyContinue

        $task.Verdict | Should -Be 'Success'
        $simulator.WriteCount | Should -Be $before
        { $other | Invoke-DrydockTask DestroyNodes -Name $rack.Hostname -Confirm:$false -ErrorAction SilentlyContinue } | Should -Throw
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 2400
    $null = $simulator | Connect-Maas
    $folder = (New-Item -ItemType Directory (Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid()))).FullName

    # The plan of a task, as a file.
    function Export-TaskPlan([string]$Action, [string]$Name) {
        $file = $design | Invoke-DrydockTask $Action -WhatIf | Export-DrydockPlan (Join-Path $folder $Name)
        $file.FullName
    }

    function Get-Writes([scriptblock]$Work) {
        $before = $simulator.WriteCount
        $null = & $Work
        $simulator.WriteCount - $before
    }
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
    Remove-Item $folder -Recurse -ErrorAction Ignore
}

Describe 'A saved plan' {
    It 'is of what -WhatIf told, without a write' {
        Get-Writes { Export-TaskPlan PrepareSite site.json } | Should -Be 0
        $plan = Import-DrydockPlan $folder/site.json
        $plan.Site | Should -Be 'harbour'
        $told = ($design | Invoke-DrydockTask PrepareSite -WhatIf).Steps.Results.Changes
        "$($plan.Changes | ForEach-Object ToString)" | Should -Be "$($told | ForEach-Object ToString)"
        @($plan.Changes | Where-Object Kind -EQ Fabric).Count | Should -BeGreaterThan 0
        @($plan.Changes | Where-Object { $_.Property -eq 'Dhcp' }).After | Should -Be 'on'
    }

    It 'reads the same when nothing has moved' {
        $again = Export-TaskPlan PrepareSite again.json
        (Get-FileHash "$folder/site.json", $again).Hash | Select-Object -Unique | Should -HaveCount 1
    }

    It 'holds no secret' {
        Get-Content $folder/site.json -Raw | Should -Not -Match 'correct-horse-battery'
    }

    It 'can be looked at' {
        (Import-DrydockPlan $folder/site.json | Get-Screen) -join "`n" | Should -Match 'SiteNetwork of oob: 3 changes\s+create Fabric oob'
    }

    It 'refuses a value that was changed by hand, whatever else of the same it approves, and -WhatIf tells it as well' {
        $path = "subnets/$((Get-MaasSubnet | Where-Object Cidr -EQ '10.61.0.0/22').Id)/"
        $null = Invoke-MaasApi $path -Method PUT -Parameter @{ dns_servers = '8.8.8.8' }
        foreach ($whatIf in $true, $false) {
            $results = $design | Set-MaasSiteNetwork -PlanPath $folder/site.json -WhatIf:$whatIf -ErrorAction SilentlyContinue -ErrorVariable refused
            if (-not $whatIf) { $results.Changes | Where-Object Property -EQ DnsServers | Where-Object Resource -EQ '10.61.0.0/22' | Should -BeNullOrEmpty }
            $refused[0].FullyQualifiedErrorId | Should -BeLike 'PlanExceeded,*'
            "$($refused[0])" | Should -Match '8\.8\.8\.8 now'
        }
        $null = Invoke-MaasApi $path -Method PUT -Parameter @{ dns_servers = '' }
        $null = Export-TaskPlan PrepareSite site.json
    }

    It 'is applied exactly, and the second time there is nothing to do' {
        $journal = "$folder/task.journal"
        $task = $design | Invoke-DrydockTask PrepareSite -PlanPath $folder/site.json -JournalPath $journal
        $task.Verdict | Should -Be 'Success'
        $task.ChangeCount | Should -Be (Import-DrydockPlan $folder/site.json).Changes.Count
        Get-Content $journal -TotalCount 1 | Should -Match ([regex]::Escape((Import-DrydockPlan $folder/site.json).Digest))
        Get-Writes { $design | Invoke-DrydockTask PrepareSite -PlanPath $folder/site.json } | Should -Be 0
    }

    It 'approves commissioning with the scripts it tells and no others' {
        $file = $design | Get-DrydockNode control01 | Invoke-MaasCommission -TestingScript none -WhatIf | Export-DrydockPlan $folder/commission.json
        $failed = $design | Get-DrydockNode control01 | Invoke-MaasCommission -TestingScript badblocks-destructive -PlanPath $file -ErrorAction SilentlyContinue
        $failed.Error.ErrorId | Should -Be 'PlanExceeded'
        $failed.Error.Message | Should -Match 'testingScripts badblocks-destructive instead of none'
    }

    It 'goes up to what is not known yet' {
        $file = Export-TaskPlan PrepareNodes nodes.json
        ($design | Invoke-DrydockTask PrepareNodes -PlanPath $file).Verdict | Should -Be 'Success'
        (Get-MaasMachine).StatusName | Select-Object -Unique | Should -Be 'Ready'
    }

    It 'refuses a node that was changed since, and says what moved' {
        $file = Export-TaskPlan DeployNodes deploy.json
        $nic = Get-MaasInterface -Hostname worker03 | Where-Object Type -EQ physical | Select-Object -First 1
        $null = Invoke-MaasApi "nodes/$((Get-MaasMachine worker03).SystemId)/interfaces/$($nic.Id)/" -Method PUT -Parameter @{ mtu = 1400 }
        $writes = $simulator.WriteCount
        $failed = { $design | Invoke-DrydockTask DeployNodes -Name worker03 -PlanPath $file -ErrorAction SilentlyContinue } | Should -Throw -PassThru
        $failed.FullyQualifiedErrorId | Should -BeLike 'TaskFailed,*'
        $failed.Exception.Message | Should -Match "would go beyond the plan deploy.json .*set mtu of Interface $($nic.Name): 1400 -> 1500"
        $simulator.WriteCount | Should -Be $writes
    }

    It 'lets the others go on' {
        $result = $design | Get-DrydockNode worker03, worker04 | Set-MaasNodeNetwork -PlanPath $folder/deploy.json -ErrorAction SilentlyContinue -ErrorVariable refused
        $result.Status | Sort-Object | Should -Be 'Changed', 'Failed'
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'PlanExceeded,*'
    }

    It 'does not cover what a step of another kind does' {
        $failed = $design | Get-DrydockNode worker04 | Set-MaasNodeStorage -PlanPath $folder/nodes.json -ErrorAction SilentlyContinue
        $failed.Error.ErrorId | Should -Be 'PlanExceeded'
    }

    It 'is of all steps of a line, and holds each to its part' {
        $file = $design | Get-DrydockNode worker04, worker01 | Set-MaasNodeNetwork -WhatIf | Set-MaasNodeStorage -WhatIf | Set-MaasNodePlatform -WhatIf |
            Export-DrydockPlan $folder/line.json
        $plan = Import-DrydockPlan $file
        ($plan.Parts | ForEach-Object { "$($_.Step) $($_.Target)" }) -join ', ' |
            Should -Be 'Network worker01, Network worker04, Storage worker01, Storage worker04, Platform worker01, Platform worker04'
        $result = $design | Get-DrydockNode worker01, worker04 | Set-MaasNodeNetwork -PlanPath $file | Set-MaasNodeStorage -PlanPath $file
        $result.Status | Select-Object -Unique | Should -Be 'Changed'
        @($plan.Parts | Where-Object Step -EQ 'Storage')[0].Changes.Count | Should -Be $result[0].Changes.Count
    }

    It 'does not mean another disk of the same name, nor one that came since' {
        $id = (Get-MaasMachine worker02).SystemId
        $disk = Get-MaasBlockDevice -Hostname worker02 | Where-Object Name -EQ sdb
        Invoke-MaasApi "nodes/$id/blockdevices/$($disk.Id)/" -Method DELETE -Confirm:$false
        $null = Invoke-MaasApi "nodes/$id/blockdevices/" -Method POST -Parameter @{ name = 'sdb'; size = $disk.Size; block_size = '512'; model = 'Other'; serial = 'KEEPME' }
        $failed = $design | Get-DrydockNode worker02 | Set-MaasNodeStorage -PlanPath $folder/deploy.json -ErrorAction SilentlyContinue
        $failed.Error.ErrorId | Should -Be 'PlanExceeded'
        $failed.Error.Message | Should -Match 'sdb \(KEEPME, \d+ bytes\)'
    }

    It 'is read with a byte order mark and in UTF-16' {
        foreach ($encoding in 'utf8BOM', 'unicode') {
            Get-Content $folder/site.json -Raw | Set-Content $folder/encoded.json -Encoding $encoding
            (Import-DrydockPlan $folder/encoded.json).Site | Should -Be 'harbour'
        }
    }

    It 'is not asked about, unless that is asked for' {
        $file = $design | Invoke-DrydockTask DestroyNodes -Name worker05 -WhatIf | Export-DrydockPlan $folder/destroy.json
        ($design | Invoke-DrydockTask DestroyNodes -Name worker05 -PlanPath $file).Verdict | Should -Be 'Success'
        Get-MaasMachine worker05* | Should -BeNullOrEmpty
    }

    It 'is refused for a design that was changed since' {
        Copy-Item "$Root/examples/site" $folder/site -Recurse
        $file = "$folder/site/networks.yaml"
        (Get-Content $file -Raw).Replace('10.62.0.11', '10.62.0.12') | Set-Content $file
        { Import-DrydockDesign $folder/site | Invoke-DrydockTask PrepareSite -PlanPath $folder/site.json } | Should -Throw -ErrorId 'PlanOfOtherDesign,*'
        { Import-DrydockDesign $folder/site | Set-MaasSiteNetwork -PlanPath $folder/site.json } | Should -Throw -ErrorId 'PlanOfOtherDesign,*'
    }

    It 'is taken by a connection that has the same MAAS at another address' {
        $session = Connect-Maas ($simulator.Url -replace '127\.0\.0\.1', 'localhost') -ApiKey $simulator.ApiKey
        try {
            ($design | Invoke-DrydockTask PrepareSite -PlanPath $folder/site.json -Session $session -WhatIf).Verdict | Should -Be 'Planned'
        }
        finally {
            Disconnect-Maas -Session $session
            $null = $simulator | Connect-Maas
        }
    }

    It 'is refused on another MAAS' {
        $other = Start-MaasSimulator -Design $design
        try {
            $session = $other | Connect-Maas
            { $design | Invoke-DrydockTask PrepareSite -PlanPath $folder/site.json -Session $session } | Should -Throw -ErrorId 'OtherServer,*'
        }
        finally {
            Disconnect-Maas -Session $session
            $other | Stop-MaasSimulator
            $null = $simulator | Connect-Maas
        }
    }

    It 'is no plan when it is <what>' -ForEach @(
        @{ What = 'not there'; Text = $null }
        @{ What = 'no JSON'; Text = "{`n nonsense" }
        @{ What = 'of a later release'; Text = '{ "version": 99 }' }
    ) {
        $path = "$folder/broken.json"
        Remove-Item $path -ErrorAction Ignore
        if ($text) { Set-Content $path $text }
        { Import-DrydockPlan $path -ErrorAction Stop } | Should -Throw -ErrorId 'PlanNotReadable,*'
        { $design | Invoke-DrydockTask PrepareSite -PlanPath $path } | Should -Throw -ErrorId 'PlanNotReadable,*'
    }

    It 'is not made of what was done' {
        { $design | Get-DrydockNode worker02 | Set-MaasNodePlatform | Export-DrydockPlan } | Should -Throw -ErrorId 'NoPlan,*'
        { [pscustomobject]@{ Step = 'Network'; Target = 'n1' } | Export-DrydockPlan -ErrorAction Stop } | Should -Throw
    }
}

# What docs/security.md says each command needs in MAAS, tried as a user who is no administrator.
BeforeDiscovery {
    . $PSScriptRoot/Common.ps1
    $rows = Get-Content "$Root/docs/security.md" | Select-String '^\| `(?<command>[A-Z]\w+-\w+[^`]*)` \| (?<needed>[^|]+) \|' | ForEach-Object {
        @{ Command = $_.Matches[0].Groups['command'].Value; Needed = $_.Matches[0].Groups['needed'].Value.Trim() }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $PSDefaultParameterValues['*:Confirm'] = $false
    $site = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $site -Speed 6000
    $admin = $simulator | Connect-Maas
    $null = $site | Invoke-DrydockTask PrepareSite
    $null = $site | Invoke-DrydockTask PrepareNodes -Name control01, worker01, worker02
    $script = Join-Path $TestDrive site.sh
    "#!/bin/sh`n# --- Start MAAS 1.0 script metadata ---`n# name: site`n# --- End MAAS 1.0 script metadata ---`ntrue" | Set-Content $script
    $journal = Join-Path $TestDrive journal.jsonl
    $null = $site | Invoke-DrydockTask VerifySite -JournalPath $journal
    $null = New-MaasTag held
    $null = Add-MaasTagMember -Tag held -Hostname control01
    $user = Connect-Maas $simulator.Url -ApiKey $simulator.UserApiKey -SkipAdministratorCheck
    # Machines of the user's own, one of them deployed.
    foreach ($name in 'worker01', 'worker02') {
        $own = Invoke-MaasApi machines/ -Method POST -Op allocate -Parameter @{ name = $name }
    }
    $null = Invoke-MaasApi "machines/$($own.system_id)/" -Method POST -Op deploy
    $end = (Get-Date).AddSeconds(60)
    do { $own = Get-MaasMachine worker02 } until ($own.StatusName -eq 'Deployed' -or (Get-Date) -gt $end)

    $lines = @{
        'Disconnect-Maas' = { Connect-Maas $simulator.Url -ApiKey $simulator.UserApiKey -SkipAdministratorCheck | Disconnect-Maas }
        'Get-MaasMachine -PowerAddress' = { Get-MaasMachine -PowerAddress 10.* }
        'Get-MaasInterface' = { Get-MaasInterface -Hostname control01 }
        'Get-MaasBlockDevice' = { Get-MaasBlockDevice -Hostname control01 }
        'Get-MaasVolumeGroup' = { Get-MaasVolumeGroup -Hostname control01 }
        'Get-MaasScriptResult' = { Get-MaasScriptResult -Hostname control01 }
        'Get-MaasMachineDetail' = { Get-MaasMachineDetail control01 }
        'Test-DrydockDesign -Online' = { $site | Test-DrydockDesign -Online }
        'Set-MaasSiteSshKey' = { $site | Set-MaasSiteSshKey }
        'Invoke-MaasApi' = { Invoke-MaasApi fabrics/ -Method POST -Parameter @{ name = 'other' } }
        'Start-MaasMachine' = { $null = Stop-MaasMachine worker02; Start-MaasMachine worker02 }
        'Stop-MaasMachine' = { Stop-MaasMachine worker02 }
        'Stop-MaasOperation' = { Stop-MaasOperation worker01 }
        'Set-MaasMachineBroken' = { Set-MaasMachineBroken worker01 }
        'Add-MaasMachine' = { Add-MaasMachine new01 -MacAddress 52:54:00:aa:bb:cc -PowerType manual }
        'Set-MaasMachine' = { Set-MaasMachine control01 -NewHostname other }
        'Lock-MaasMachine' = { Lock-MaasMachine worker02 }
        'Unlock-MaasMachine' = { $null = Lock-MaasMachine worker02 -ErrorAction Ignore; Unlock-MaasMachine worker02 }
        'New-MaasTag' = { New-MaasTag other }
        'Remove-MaasTag' = { Remove-MaasTag nvme }
        'Add-MaasTagMember' = { Add-MaasTagMember -Tag nvme -Hostname control01 }
        'Remove-MaasTagMember' = { Remove-MaasTagMember -Tag held -Hostname control01 }
        'Set-MaasSiteScript' = { $site | Set-MaasSiteScript -Path $script }
        'Compare-DrydockDesign' = { $site | Compare-DrydockDesign }
        'ConvertTo-DrydockDesign' = { ConvertTo-DrydockDesign }
        'Invoke-DrydockTask' = { $site | Invoke-DrydockTask PrepareNodes }
        'Resume-DrydockTask' = { Resume-DrydockTask -JournalPath $journal }
    }
}

AfterAll {
    $PSDefaultParameterValues.Remove('*:Confirm')
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'Rights in MAAS' {
    BeforeEach {
        $user = Connect-Maas $simulator.Url -ApiKey $simulator.UserApiKey -SkipAdministratorCheck
    }

    It '<command> needs: <needed>' -ForEach $rows {
        $line = $lines[$command]
        if (-not $line) {
            $line = switch -Wildcard ($command) {
                'Get-MaasNodeBuildData' { { $site | Get-DrydockNode control01 | Get-MaasNodeBuildData }; break }
                'Set-MaasSite*' { { $site | & $command }; break }
                'Get-*' { { & $command } }
                'Test-MaasConnection' { { & $command } }
                default { { $site | Get-DrydockNode control01 | & $command } }
            }
        }

        $before = $simulator.WriteCount
        $told = try { @(& $line 2>&1 3>$null).Where({ $_ -is [System.Management.Automation.ErrorRecord] }) } catch { $_ }
        $ids = @($told | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] })
        if ($needed -eq 'administrator' -or $command -eq 'Invoke-MaasApi') {
            @($ids | Select-Object -Unique) | Should -HaveCount 1
            $ids[0] | Should -BeIn 'PermissionDenied', 'NotAdministrator'
            "$($told[0])" | Should -Match 'administrator|reserved for admin|superuser|the user of this API key may not do that'
            # A part of what was asked for is not done while the rest is refused.
            if ($ids[0] -eq 'NotAdministrator') { $simulator.WriteCount | Should -Be $before }
        }
        else {
            $ids | Should -BeNullOrEmpty
        }
    }

    It 'every command that asks MAAS is in the table' {
        $asking = (Get-Command -Module Drydock.Maas).Where({ $_.Parameters.Session }).Name
        $told = (Get-Content "$Root/docs/security.md" | Select-String '^\| `(?<command>[A-Z]\w+-\w+)[^`]*` \| ').ForEach({ $_.Matches[0].Groups['command'].Value })
        $asking.Where({ $_ -notin $told }) | Should -BeNullOrEmpty
    }
}

Describe 'Connecting as a user who is no administrator' {
    It 'is refused, and says what goes all the same' {
        { Connect-Maas $simulator.Url -ApiKey $simulator.UserApiKey } | Should -Throw -ErrorId 'NotAdministrator*' -ExpectedMessage '*-SkipAdministratorCheck*'
    }
}

Describe 'docs/security.md' {
    It 'names tests that there are' {
        $sources = (Get-ChildItem "$Root/tests" -Recurse -Include *.cs, *.Tests.ps1 | Get-Content -Raw) -join "`n"
        $table = Get-Content "$Root/docs/security.md" | Where-Object { $_ -match '^\| [^|]+ \| [^|]+ \| [^|]+ \|$' -and $_ -notmatch '^\| threat|^\|-' }
        foreach ($row in $table) {
            $held = $row.Split('|')[3].Trim()
            foreach ($name in [regex]::Matches($held, '`([^`]+)`').ForEach({ $_.Groups[1].Value })) {
                $parts = if ($name -match '^\w+\.\w+$') { $name.Split('.') }
                elseif ($name -match '^tests/') { Test-Path "$Root/$name" | Should -BeTrue; continue }
                else { $name -split ': ' }
                foreach ($part in $parts.Where({ $_ -notmatch '^\.\.\.$' }).TrimEnd(' .')) {
                    $sources.Contains($part) | Should -BeTrue -Because "'$part' of $held is to be found in tests"
                }
            }
        }
    }
}

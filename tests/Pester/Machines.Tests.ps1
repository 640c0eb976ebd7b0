BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 2400
    $null = $simulator | Connect-Maas
    $null = $design | Set-MaasSiteNetwork
    $null = $design | Get-DrydockNode | Set-MaasNodeIdentity
    $null = $design | Get-DrydockNode control01 | Invoke-MaasCommission
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'Set-MaasMachine' {
    It 'writes what differs, once' {
        $null = Get-MaasMachine worker01 | Set-MaasMachine -Description 'in repair'
        $before = $simulator.WriteCount
        $null = Get-MaasMachine worker01 | Set-MaasMachine -Description 'in repair'
        $simulator.WriteCount | Should -Be $before
    }

    It 'writes nothing with -WhatIf' {
        $before = $simulator.WriteCount
        $null = Set-MaasMachine worker01 -NewHostname other -WhatIf
        $simulator.WriteCount | Should -Be $before
    }
}

Describe 'Add-MaasMachine' {
    It 'adds a machine that MAAS has never seen, and knows it the second time' {
        $credential = [pscredential]::new('admin', (ConvertTo-SecureString 'pw-in-no-message' -AsPlainText -Force))
        $arguments = @{
            Hostname = 'spare01'; MacAddress = '52:54:00:aa:bb:01'; PowerType = 'ipmi'
            PowerParameter = @{ power_address = '10.60.0.99' }; PowerCredential = $credential
        }
        $text = Add-MaasMachine @arguments -Verbose 4>&1 | Out-String
        $text | Should -Match 'spare01'
        $text | Should -Not -Match 'pw-in-no-message'
        $null = Add-MaasMachine @arguments -ErrorVariable again -ErrorAction SilentlyContinue
        @(Get-MaasMachine spare01).Count | Should -Be 1
    }
}

Describe 'Power, locks and marks' {
    It 'switches on and off' {
        $null = $design | Get-DrydockNode control01 | Set-MaasNodeNetwork | Set-MaasNodeStorage | Set-MaasNodePlatform | Invoke-MaasDeploy
        $null = Get-MaasMachine control01 | Stop-MaasMachine -Confirm:$false
        # MAAS says "on" until the machine is off, and one that is on is left alone.
        $limit = [datetime]::Now.AddSeconds(20)
        while ((Get-MaasMachine control01).PowerState -ne 'off' -and [datetime]::Now -lt $limit) { Start-Sleep -Milliseconds 20 }
        $null = Start-MaasMachine control01
        @($simulator | Get-MaasSimulatorRequest -Operation power_off, power_on).Operation | Should -Be 'power_off', 'power_on'
    }

    It 'locks and unlocks' {
        (Lock-MaasMachine control01).Locked | Should -BeTrue
        (Get-MaasMachine control01 | Unlock-MaasMachine).Locked | Should -BeFalse
    }

    It 'marks as broken, and as fixed' {
        $null = Set-MaasMachineBroken control01 -Comment 'no answer from its disk' -Confirm:$false
        (Get-MaasMachine control01).StatusName | Should -Be 'Broken'
        $null = Set-MaasMachineBroken control01 -Fixed
        (Get-MaasMachine control01).StatusName | Should -Not -Be 'Broken'
    }
}

Describe 'Tags' {
    It 'are made, given to machines down the pipeline, taken off and removed' {
        (New-MaasTag maintenance -Comment 'hands off').Name | Should -Be 'maintenance'
        $null = Get-MaasMachine worker0* | Add-MaasTagMember maintenance
        @(Get-MaasMachine -Tag maintenance).Count | Should -Be 5
        $null = Remove-MaasTagMember -Hostname worker01 -Tag maintenance
        @(Get-MaasMachine -Tag maintenance).Count | Should -Be 4
        Remove-MaasTag maintenance -Confirm:$false
        (Get-MaasTag).Name | Should -Not -Contain 'maintenance'
    }

    It 'are given to many machines in one request' {
        $null = New-MaasTag batch
        $machines = Get-MaasMachine worker0*
        $before = $simulator.WriteCount
        $null = $machines | Add-MaasTagMember batch
        $simulator.WriteCount - $before | Should -Be 1
    }
}

Describe 'What there is: <_>' -ForEach @(
    'Get-MaasDnsResource', 'Get-MaasPackageRepository', 'Get-MaasResourcePool', 'Get-MaasScript', 'Get-MaasSpace', 'Get-MaasZone', 'Get-MaasEvent'
    'Get-MaasSshKey', 'Get-MaasStaticRoute', 'Get-MaasTag'
) {
    It 'is listed' {
        & $_ -ErrorVariable failed | Out-Null
        $failed | Should -BeNullOrEmpty
    }
}

Describe 'Of one machine' {
    It 'there are details, volume groups and events' {
        $machine = Get-MaasMachine control01
        ($machine | Get-MaasMachineDetail).Lshw | Should -Match '<'
        ($machine | Get-MaasVolumeGroup).Name | Should -Contain 'data'
        @($machine | Get-MaasEvent -Limit 5).Count | Should -BeGreaterThan 0
    }
}

Describe 'What stops or destroys' {
    It 'is refused where nobody can be asked: <_>' -ForEach @(
        'Invoke-MaasApi "machines/$id/" -Method DELETE'
        'Invoke-MaasApi "machines/$id/" -Method POST -Operation release'
        'Stop-MaasMachine -SystemId $id'
        'Stop-MaasOperation -SystemId $id'
        '$site | Invoke-DrydockTask DestroyNodes control01'
    ) {
        $script = @"
            Import-Module '$Manifest'
            `$site = Import-DrydockDesign '$Root/examples/site'
            `$maas = Start-MaasSimulator -Design `$site -Speed 6000
            `$null = `$maas | Connect-Maas
            `$null = `$site | Set-MaasSiteNetwork
            `$null = `$site | Get-DrydockNode control01 | Invoke-MaasCommission | Set-MaasNodeNetwork | Set-MaasNodeStorage | Invoke-MaasDeploy
            `$null = `$maas | Set-MaasSimulatorFault CommissioningHang
            `$id = (Get-MaasMachine control01).SystemId
            if ('$_' -like 'Stop-MaasOperation*') {
                `$id = @(Get-MaasMachine -Status New)[0].SystemId
                `$null = Invoke-MaasApi "machines/`$id/" -Method POST -Operation commission
            }
            `$before = `$maas.WriteCount
            try { $_ } catch { (`$_.FullyQualifiedErrorId -split ',')[0] }
            `$maas.WriteCount - `$before
"@
        Invoke-OtherShell $script | Should -Be 'ConfirmationNotPossible', '0'
    }
}

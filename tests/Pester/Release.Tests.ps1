BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 2400
    $null = $simulator | Connect-Maas
    $null = $design | Set-MaasSiteNetwork
    $null = $design | Get-DrydockNode worker0[123] |
        Invoke-MaasCommission | Set-MaasNodeNetwork | Set-MaasNodeStorage | Set-MaasNodePlatform | Invoke-MaasDeploy
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'Invoke-MaasRelease and Remove-MaasNode' {
    It '<_> only says what it would do with -WhatIf' -ForEach 'Invoke-MaasRelease', 'Remove-MaasNode' {
        $before = $simulator.WriteCount
        ($design | Get-DrydockNode worker01 | & $_ -WhatIf).Changes -join ' ' | Should -Match 'release Machine worker01'
        $simulator.WriteCount | Should -Be $before
    }

    It '<_> is for those who mean it: it asks unless -Confirm:$false' -ForEach 'Invoke-MaasRelease', 'Remove-MaasNode' {
        (Get-Command $_).ImplementingType.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false).ConfirmImpact | Should -Be 'High'
    }

    It '<_> refuses a machine with a protecting tag' -ForEach 'Invoke-MaasRelease', 'Remove-MaasNode' {
        $before = $simulator.WriteCount
        $result = $design | Get-DrydockNode worker01 | & $_ -ProtectTag worker -Confirm:$false -ErrorVariable refused -ErrorAction SilentlyContinue
        $result.Status | Should -Be 'Failed'
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'MachineProtected,*'
        $simulator.WriteCount | Should -Be $before
    }

    It 'a locked machine is refused until it is unlocked' {
        $null = Lock-MaasMachine worker01
        $null = $design | Get-DrydockNode worker01 | Invoke-MaasRelease -Confirm:$false -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'MachineLocked,*'
        $null = Unlock-MaasMachine worker01
    }

    It 'gives a machine back, its disks erased' {
        ($design | Get-DrydockNode worker01 | Invoke-MaasRelease -Erase -QuickErase -Confirm:$false).Status | Should -Be 'Changed'
        (Get-MaasMachine worker01).StatusName | Should -Be 'Ready'
    }

    It 'takes a machine out of MAAS' {
        ($design | Get-DrydockNode worker02 | Remove-MaasNode -Confirm:$false).Status | Should -Be 'Changed'
        Get-MaasMachine worker02* | Should -BeNullOrEmpty
    }

    It 'touches nobody else' {
        (Get-MaasMachine worker03).StatusName | Should -Be 'Deployed'
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 2400
    $null = $simulator | Connect-Maas
    $null = $design | Set-MaasSiteNetwork
    $node = $design | Get-DrydockNode worker01
    $null = $node | Invoke-MaasCommission | Set-MaasNodeNetwork | Set-MaasNodeStorage | Set-MaasNodePlatform
}

AfterAll {
    Disconnect-Maas
    Stop-MaasSimulator -All
}

Describe 'Faults, for a runbook under test' {
    AfterEach { $simulator | Clear-MaasSimulatorFault }

    It 'a deployment that fails once is tried again' {
        $null = $simulator | Set-MaasSimulatorFault DeploymentFailure -Machine worker01 -Count 1
        ($node | Invoke-MaasDeploy -WarningAction SilentlyContinue).Status | Should -Be 'Changed'
        (Get-MaasMachine worker01).StatusName | Should -Be 'Deployed'
        ($simulator | Get-MaasSimulatorFault).Hits | Should -Be 1
    }

    It 'one that fails always is the error of its node, with the reason' {
        $null = $node | Invoke-MaasRelease -Confirm:$false
        $null = $simulator | Set-MaasSimulatorFault DeploymentFailure -Machine worker01
        $null = $node | Invoke-MaasDeploy -RetryCount 0 -ErrorVariable failed -ErrorAction SilentlyContinue
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'DeployFailed,*'
        $failed[0].TargetObject.Name | Should -Be 'worker01'
        $failed[0].Exception.Message | Should -Match 'Failed scripts'
    }

    It 'an outage that MAAS announces is waited out' {
        $null = $simulator | Set-MaasSimulatorFault Unavailable -Path machines/ -Count 1 -RetryAfter 1
        (Get-MaasMachine worker01 -WarningAction SilentlyContinue).Hostname | Should -Be 'worker01'
    }

    It 'a machine that hangs is given up in time; the message says how to go on' {
        $null = $simulator | Set-MaasSimulatorFault CommissioningHang -Machine worker02
        $null = $design | Get-DrydockNode worker02 |
            Invoke-MaasCommission -TimeoutMinutes 0.01 -RetryCount 0 -ErrorVariable late -ErrorAction SilentlyContinue
        $late[0].FullyQualifiedErrorId | Should -BeLike 'CommissioningTimedOut,*'
    }

    It 'are listed, and taken off one by one' {
        $first = $simulator | Set-MaasSimulatorFault Latency -Delay 1
        $null = $simulator | Set-MaasSimulatorFault Conflict -Path fabrics/
        $first | Clear-MaasSimulatorFault
        ($simulator | Get-MaasSimulatorFault).Kind | Should -Be 'Conflict'
    }
}

Describe 'Requests' {
    It 'are counted by what they do' {
        $simulator | Clear-MaasSimulatorRequest
        $null = Get-MaasFabric
        $requests = @($simulator | Get-MaasSimulatorRequest)
        $requests.Count | Should -Be 1
        $requests[0].Method | Should -Be 'GET'
        @($simulator | Get-MaasSimulatorRequest -Write).Count | Should -Be 0
        ($simulator | Get-MaasSimulatorRequest -Summary).Count | Should -Be 1
    }
}

Describe 'A saved simulator' {
    It 'goes on where it was' {
        $file = Join-Path $TestDrive 'state.json'
        $simulator | Save-MaasSimulator $file
        $second = Start-MaasSimulator -State $file -Speed 2400
        $session = $second | Connect-Maas
        try {
            (Get-MaasMachine worker01 -Session $session).SystemId | Should -Not -BeNullOrEmpty
            (Get-MaasSubnet mgmt -Session $session).Cidr | Should -Be '10.62.0.0/24'
        }
        finally {
            $session | Disconnect-Maas
            $second | Stop-MaasSimulator
            $null = $simulator | Connect-Maas
        }
    }

    It 'that is none is refused' {
        'no state' | Set-Content "$TestDrive/broken.json"
        { Start-MaasSimulator -State "$TestDrive/broken.json" -ErrorAction Stop } | Should -Throw -ErrorId 'SimulatorStateInvalid,*'
    }
}

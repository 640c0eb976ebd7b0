BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 1200
    $null = $simulator | Connect-Maas
    $null = $design | Set-MaasSiteNetwork
    $null = $design | Get-DrydockNode -Name control01, worker01 | Invoke-MaasCommission
}

AfterAll {
    if (Get-MaasConnection) { Disconnect-Maas }
    if ($simulator) { $simulator | Stop-MaasSimulator }
}

Describe 'Test-MaasConnection' {
    It 'finds nothing wrong with a MAAS that can provision' {
        Test-MaasConnection -Quiet | Should -BeTrue
        (Test-MaasConnection).Status | Should -Not -Contain 'Failed'
    }

    It 'names the services of a rack controller that is down' {
        $fault = $simulator | Set-MaasSimulatorFault RackDown
        try {
            $checks = Test-MaasConnection
            ($checks | Where-Object Check -EQ RackControllers).Status | Should -Be 'Failed'
            $checks.Message -join " " | Should -Match "dhcpd is dead"
            $checks.Services.Where({ $_.Name -eq 'tftp' }).Status | Should -Contain 'dead'
            Test-MaasConnection -Quiet | Should -BeFalse
        }
        finally {
            $simulator | Clear-MaasSimulatorFault
        }
    }
}

Describe 'Get-MaasMachine' {
    It 'selects by <parameter>' -ForEach @(
        @{ Parameter = 'Hostname'; Value = 'control01'; Count = 1 }
        @{ Parameter = 'Hostname'; Value = 'control0*'; Count = 1 }
        @{ Parameter = 'Status'; Value = 'Ready'; Count = 2 }
        @{ Parameter = 'Status'; Value = 'R*'; Count = 2 }
    ) {
        $arguments = @{ $Parameter = $Value }
        @(Get-MaasMachine @arguments).Count | Should -Be $Count
    }

    It 'asks MAAS once for names piped in' {
        $before = $simulator.RequestCount
        @('control01', 'worker01' | Get-MaasMachine).Count | Should -Be 2
        $simulator.RequestCount - $before | Should -Be 1
    }

    It 'gives a name that MAAS does not have an error, and a wildcard none' {
        $null = Get-MaasMachine no-such-* -ErrorVariable none
        $none | Should -BeNullOrEmpty
        $null = Get-MaasMachine no-such-machine -ErrorVariable missing -ErrorAction SilentlyContinue
        $missing[0].FullyQualifiedErrorId | Should -BeLike 'MachineNotFound*'
        $missing[0].TargetObject | Should -Be 'no-such-machine'
    }
}

Describe 'What machines have' {
    It '<command> comes from what the machine carries, without another request' -ForEach @(
        @{ Command = 'Get-MaasInterface' }
        @{ Command = 'Get-MaasBlockDevice' }
    ) {
        $machine = Get-MaasMachine control01
        $before = $simulator.RequestCount
        @($machine | & $Command).Count | Should -BeGreaterThan 0
        $simulator.RequestCount | Should -Be $before
    }

    It 'script results name the scripts and how they ended' {
        $results = @(Get-MaasMachine control01 | Get-MaasScriptResult)
        $results.Count | Should -BeGreaterThan 0
        $results.Name | Should -Not -BeNullOrEmpty
    }
}

Describe 'Fabrics, VLANs, subnets' {
    It 'come down the pipeline' {
        $fabrics = @(Get-MaasFabric)
        $fabrics.Count | Should -BeGreaterThan 1
        @($fabrics | Get-MaasVlan).Count | Should -BeGreaterOrEqual $fabrics.Count
        @($fabrics | Get-MaasVlan | Get-MaasSubnet).Count | Should -BeGreaterOrEqual $design.Networks.Count
    }

    It 'are as designed' {
        $subnet = Get-MaasSubnet mgmt
        $subnet.Cidr | Should -Be '10.62.0.0/24'
        $subnet.GatewayIp | Should -Be '10.62.0.1'
    }
}

Describe '<_>' -ForEach 'Get-MaasDomain', 'Get-MaasIPRange', 'Get-MaasRackController', 'Get-MaasBootResource' {
    It 'lists, in a table of 120 columns' {
        $items = @(& $_)
        $items.Count | Should -BeGreaterThan 0
        $lines = ($items | Format-Table | Out-String -Width 120) -split "`n"
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 121
    }
}

Describe 'Invoke-MaasApi' {
    It 'sends any request' {
        (Invoke-MaasApi version/).version | Should -Not -BeNullOrEmpty
    }

    It 'only says what it would write with -WhatIf' {
        $before = $simulator.WriteCount
        $null = Invoke-MaasApi tags/ -Method POST -Parameter @{ name = 'never' } -WhatIf
        $simulator.WriteCount | Should -Be $before
    }

    It 'turns what MAAS refuses into an error with field and reason' {
        $refused = { Invoke-MaasApi fabrics/ -Method POST -Parameter @{ name = 'not a name!' } -ErrorAction Stop } | Should -Throw -PassThru
        $refused.FullyQualifiedErrorId | Should -BeLike 'BadRequest*'
        $refused.Exception.Message | Should -Match 'name'
    }
}

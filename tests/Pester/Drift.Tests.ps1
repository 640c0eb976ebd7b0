BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $design -Speed 2400
    $null = $simulator | Connect-Maas
    $null = $design | Set-MaasSiteNetwork

    function Invoke-Line { $input | Set-MaasNodeIdentity | Invoke-MaasCommission | Set-MaasNodeNetwork | Set-MaasNodeStorage | Set-MaasNodePlatform }
    $null = $design | Get-DrydockNode control01, worker01 | Invoke-Line
    # What the example site has and this file does not provision.
    function Get-Drift { @($design | Compare-DrydockDesign | Where-Object Target -In control01, worker01, mgmt, storage) }
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'Compare-DrydockDesign against MAAS' {
    It 'finds nothing and writes nothing after a run' {
        $before = $simulator.WriteCount
        Get-Drift | Should -BeNullOrEmpty
        $simulator.WriteCount | Should -Be $before
    }

    It 'names <what> that somebody changed by hand; the next run mends it' -ForEach @(
        @{ What = 'a host name'; Property = 'Hostname'
            Change = { $null = Set-MaasMachine control01 -NewHostname oops } }
        @{ What = 'a member of a tag'; Property = 'Tags'
            Change = { $null = Remove-MaasTagMember -Hostname worker01 -Tag worker } }
        @{ What = 'the MTU of an interface'; Property = 'Mtu'
            Change = {
                $bond = Get-MaasInterface bond0 -Hostname control01
                $null = Invoke-MaasApi "nodes/$((Get-MaasMachine control01).SystemId)/interfaces/$($bond.Id)/" -Method PUT -Parameter @{ mtu = 1500 }
            } }
    ) {
        & $change
        $found = Get-Drift
        $found.Count | Should -Be 1
        $found[0].Property | Should -Be $property
        $found[0].DesignValue | Should -Not -Be $found[0].MaasValue
        $null = $design | Get-DrydockNode control01, worker01 | Invoke-Line
        Get-Drift | Should -BeNullOrEmpty
    }

    It 'names a network of the site that is not as designed' {
        $subnet = Get-MaasSubnet mgmt
        $null = Invoke-MaasApi "subnets/$($subnet.Id)/" -Method PUT -Parameter @{ dns_servers = '10.62.0.99' }
        (Get-Drift).Target | Should -Be 'mgmt'
        $null = $design | Set-MaasSiteNetwork
        Get-Drift | Should -BeNullOrEmpty
    }

    It 'fits a console' {
        $null = Set-MaasMachine control01 -NewHostname oops
        $lines = Get-Drift | Get-Screen
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
        $lines -join "`n" | Should -Match 'oops'
        $null = $design | Get-DrydockNode control01 | Set-MaasNodeIdentity
    }

    It 'gives an unknown node an error' {
        { $design | Compare-DrydockDesign -Node no-such-node -ErrorAction Stop } | Should -Throw -ErrorId 'NodeNotFound,*'
    }
}

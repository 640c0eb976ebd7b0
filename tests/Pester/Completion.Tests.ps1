BeforeAll {
    . $PSScriptRoot/Common.ps1
    $global:site = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $site
    $null = $simulator | Connect-Maas
    $null = $site | Set-MaasSiteNetwork
    $null = $site | Get-DrydockNode | Set-MaasNodeIdentity
    $null = New-MaasTag protected
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
    Remove-Variable site -Scope Global
}

Describe 'Tab' {
    It 'offers <expected> after: <line>' -ForEach @(
        @{ Line = 'Get-DrydockNode -Design $site -Name con'; Expected = 'control01' }
        @{ Line = '$site | Get-DrydockNode -Rack '; Expected = 'rack2' }
        @{ Line = '$site | Get-DrydockNode -Tag '; Expected = 'worker' }
        @{ Line = '$site | Get-DrydockNetwork '; Expected = 'mgmt' }
        @{ Line = '$site | Get-DrydockNetwork -Link '; Expected = 'fabric' }
        @{ Line = '$site | Get-DrydockBootAction '; Expected = 'worker-packages' }
        @{ Line = '$site | Get-DrydockNode | Invoke-MaasDeploy -SkipBootAction '; Expected = 'packages' }
        @{ Line = '$site | Compare-DrydockDesign -Node w'; Expected = 'worker05' }
        @{ Line = '$site | Invoke-DrydockTask '; Expected = 'PrepareNodes' }
        @{ Line = '$site | Invoke-DrydockTask DeployNodes -StartAt '; Expected = 'Storage' }
        @{ Line = '$site | Invoke-DrydockTask DeployNodes -ProtectTag '; Expected = 'protected' }
        @{ Line = 'Test-DrydockDesign $site -Suppress Ip'; Expected = 'IpLocalityCheck' }
        @{ Line = 'Get-MaasMachine '; Expected = 'worker03' }
        @{ Line = 'Get-MaasMachine -Status Depl'; Expected = 'Deployed' }
        @{ Line = 'Get-MaasMachine -Zone '; Expected = 'default' }
        @{ Line = 'Get-MaasInterface -Hostname control01 -Name enp2'; Expected = 'enp2s0' }
        @{ Line = 'Get-MaasFabric '; Expected = 'pxe' }
        @{ Line = 'Get-MaasVlan -Fabric '; Expected = 'oob' }
        @{ Line = 'Get-MaasVlan -Vid '; Expected = '203' }
        @{ Line = 'Get-MaasSubnet '; Expected = 'tenant' }
        @{ Line = 'Get-MaasSubnet -Cidr '; Expected = "'10.62.0.0/24'" }
        @{ Line = 'Get-MaasDomain harb'; Expected = 'harbour.example.net' }
        @{ Line = 'Get-MaasBootResource '; Expected = "'ubuntu/jammy'" }
        @{ Line = 'Set-MaasMachine control01 -PowerType '; Expected = 'redfish' }
        @{ Line = 'Remove-MaasTag '; Expected = 'protected' }
        @{ Line = 'Set-MaasSimulatorFault Dep'; Expected = 'DeploymentFailure' }
        @{ Line = 'Set-MaasSimulatorFault DeploymentFailure -Machine worker'; Expected = 'worker01' }
        @{ Line = 'Invoke-MaasApi fabrics/ -Method '; Expected = 'DELETE' }
        @{ Line = 'Invoke-MaasApi mach'; Expected = "'machines/'" }
        @{ Line = 'Invoke-MaasApi machines/ -Operation all'; Expected = 'allocate' }
        @{ Line = 'Invoke-MaasApi machines/abc123/ -Method POST -Operation set_s'; Expected = 'set_storage_layout' }
        @{ Line = 'Get-MaasScriptResult -Hostname control01 -Status Fail'; Expected = 'Failed' }
        @{ Line = 'Set-MaasSiteNetwork -Space '; Expected = 'undefined' }
        @{ Line = 'Set-MaasSimulatorFault CommissioningFailure -Script smart'; Expected = 'smartctl-validate' }
    ) {
        Get-Offer $line | Should -Contain $expected
    }

    It 'names the sites of a repository' {
        $folder = Join-Path $TestDrive 'repository'
        $null = New-Item "$folder/site/harbour/networks" -ItemType Directory
        "schema: pegleg/SiteDefinition/v1`nmetadata: {name: harbour}`ndata: {site_type: small}" | Set-Content "$folder/site/harbour/site-definition.yaml"
        Get-Offer "Import-DrydockDesign '$folder' -Site " | Should -Be 'harbour'
    }

    It 'names documents by schema and name' {
        Get-Offer "Get-AirshipDocument '$Root/examples/site' -Schema drydock/Net" | Should -Be "'drydock/Network/v1'", "'drydock/NetworkLink/v1'"
        Get-Offer "Get-AirshipDocument '$Root/examples/site' -Schema drydock/Network/v1 -Name m" | Should -Be 'mgmt'
    }

    It 'costs no request for half a minute' {
        $null = Get-Offer 'Get-MaasFabric '
        $before = $simulator.RequestCount
        $null = Get-Offer 'Get-MaasFabric p'
        $simulator.RequestCount | Should -Be $before
    }
}

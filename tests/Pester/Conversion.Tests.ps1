# Designs made of a MAAS, and of nothing.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    $PSDefaultParameterValues['*:Confirm'] = $false
    $example = Import-DrydockDesign "$Root/examples/site"
    $simulator = Start-MaasSimulator -Design $example -Speed 6000
    $null = $simulator | Connect-Maas
    $null = $example | Invoke-DrydockTask PrepareSite
    $null = $example | Invoke-DrydockTask PrepareNodes
    $null = $example | Invoke-DrydockTask DeployNodes
}

AfterAll {
    $PSDefaultParameterValues.Remove('*:Confirm')
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'ConvertTo-DrydockDesign' {
    BeforeAll {
        $folder = Join-Path $TestDrive taken
        $taken = ConvertTo-DrydockDesign -Name harbour -Path $folder -WarningAction SilentlyContinue
    }

    It 'describes a MAAS so that nothing of it differs' {
        $taken.Nodes | Should -HaveCount $example.Nodes.Count
        $taken | Compare-DrydockDesign | Should -BeNullOrEmpty
        $taken | Test-DrydockDesign -Quiet | Should -BeTrue
    }

    It 'writes a file a kind, that give the same design' {
        (Get-ChildItem $folder).Name | Sort-Object | Should -Be 'hardware.yaml', 'links.yaml', 'networks.yaml', 'nodes.yaml', 'profiles.yaml', 'region.yaml', 'secrets.yaml'
        $read = Import-DrydockDesign $folder
        Compare-DrydockDesign $taken $read | Should -BeNullOrEmpty
        $read | Compare-DrydockDesign -UseNodeOobParameters | Should -BeNullOrEmpty
    }

    It 'keeps passwords to MAAS' {
        Get-Content "$folder/*.yaml" -Raw | Should -Not -Match 'correct-horse'
        Get-Content "$folder/secrets.yaml" -Raw | Should -Match 'replace-this-placeholder'
        $taken.Findings | Where-Object RuleId -EQ SecretLeftOut | Should -HaveCount 1
    }

    It 'factors what machines have in common' {
        $taken.HostProfiles | Sort-Object | Should -Be 'base', 'control', 'worker'
    }

    It 'writes nothing twice, and overwrites nothing without -Overwrite' {
        $stamp = (Get-Item "$folder/nodes.yaml").LastWriteTimeUtc
        $null = ConvertTo-DrydockDesign -Name harbour -Path $folder -WarningAction SilentlyContinue
        (Get-Item "$folder/nodes.yaml").LastWriteTimeUtc | Should -Be $stamp
        Add-Content "$folder/nodes.yaml" '# mine'
        { ConvertTo-DrydockDesign -Name harbour -Path $folder -WarningAction SilentlyContinue } | Should -Throw -ErrorId 'FileExists*'
        Get-Content "$folder/nodes.yaml" -Raw | Should -Match '# mine'
        $null = ConvertTo-DrydockDesign -Name harbour -Path $folder -Overwrite -WarningAction SilentlyContinue
        Get-Content "$folder/nodes.yaml" -Raw | Should -Not -Match '# mine'
    }

    It 'tells of other documents in the folder' {
        'schema: drydock/Rack/v1' | Set-Content "$folder/more.yaml"
        $null = ConvertTo-DrydockDesign -Name harbour -Path $folder -WarningVariable told -WarningAction SilentlyContinue
        $told -join ' ' | Should -Match 'more\.yaml'
        Remove-Item "$folder/more.yaml"
    }

    It 'describes a few machines, and the networks they are on' {
        $few = Get-MaasMachine control01, worker01 | ConvertTo-DrydockDesign -WarningAction SilentlyContinue
        $few.Nodes.Name | Sort-Object | Should -Be 'control01', 'worker01'
        $few.Networks.Name | Sort-Object | Should -Be 'mgmt', 'oob', 'pxe', 'storage', 'tenant'
        $few | Compare-DrydockDesign | Should -BeNullOrEmpty
    }

    It 'describes nothing where machines were piped in and none came' {
        Get-MaasMachine nobody* | ConvertTo-DrydockDesign | Should -BeNullOrEmpty
    }

    It 'describes the machines of a zone, a pool or a rack controller' {
        (ConvertTo-DrydockDesign -Pool default -WarningAction SilentlyContinue).Nodes | Should -HaveCount $example.Nodes.Count
        (ConvertTo-DrydockDesign -RackController (Get-MaasRackController)[0].Hostname -WarningAction SilentlyContinue).Nodes | Should -HaveCount $example.Nodes.Count
        { ConvertTo-DrydockDesign -Zone nowhere } | Should -Throw -ErrorId 'BadRequest*' -ExpectedMessage '*zone*'
        { ConvertTo-DrydockDesign -RackController nowhere -ErrorAction Stop } | Should -Throw -ErrorId 'RackControllerNotFound*'
    }

    It 'tells what a design cannot say, with resource and property' {
        Set-MaasMachine control01 -Description 'under the stairs'
        $told = ConvertTo-DrydockDesign -WarningAction SilentlyContinue
        $finding = $told.Findings | Where-Object Property -EQ description
        $finding.Resource | Should -Be 'Machine control01'
        $finding.RuleId | Should -Be NotExpressible
        Set-MaasMachine control01 -Description ''
    }
}

Describe 'New-DrydockDesign' {
    BeforeAll {
        $machines = 'Name,Bmc,Mac,Address', 'pier1,10.90.0.21,52:54:00:90:00:21,10.92.0.21', 'pier2,10.90.0.22,52:54:00:90:00:22,10.92.0.22' | ConvertFrom-Csv
        $networks = @(
            @{ Name = 'pxe'; Cidr = '10.91.0.0/24'; Dhcp = '10.91.0.100-10.91.0.200' }
            [pscustomobject]@{ Name = 'mgmt'; Cidr = '10.92.0.0/24'; Gateway = '10.92.0.1'; Dns = '10.92.0.10 10.92.0.11'; Domain = 'pier.example.net' }
            @{ Name = 'storage'; Cidr = '10.93.0.0/24'; Vlan = 203 }
        )
    }

    It 'makes a site that validates at once' {
        $folder = Join-Path $TestDrive pier
        $site = $machines | New-DrydockDesign pier -Network $networks -Nic eno1, eno2, eno3 -Disk sda -Path $folder -WarningAction SilentlyContinue
        $site.Nodes.Name | Should -Be 'pier1', 'pier2'
        $site.Nodes[0].Oob.Address | Should -Be '10.90.0.21'
        $site | Test-DrydockDesign | Where-Object Severity -EQ Error | Should -BeNullOrEmpty
        Compare-DrydockDesign $site (Import-DrydockDesign $folder) | Should -BeNullOrEmpty
        Get-Content "$folder/networks.yaml" -Raw | Should -Match '# .*docs/design/Network\.md'
    }

    It 'makes one that deploys on the simulator' -ForEach @(
        @{ What = 'bonded'; Settings = @{ Nic = 'eno1', 'eno2', 'eno3'; Disk = 'sda' } }
        @{ What = 'on two NICs'; Settings = @{ Nic = 'eno1', 'eno2' } }
    ) {
        $site = $machines | New-DrydockDesign pier -Network $networks @Settings -WarningAction SilentlyContinue
        $maas = Start-MaasSimulator -Design $site -Speed 6000
        $other = $maas | Connect-Maas
        try {
            foreach ($task in 'PrepareSite', 'PrepareNodes', 'DeployNodes') {
                ($site | Invoke-DrydockTask $task -Session $other).Verdict | Should -Be Success
            }

            $site | Compare-DrydockDesign -Session $other | Should -BeNullOrEmpty
        } finally {
            $other | Disconnect-Maas
            $maas | Stop-MaasSimulator
            $null = $simulator | Connect-Maas
        }
    }

    It 'makes one of names and one network' {
        $site = 'test1', 'test2' | New-DrydockDesign test -Network @{ Name = 'lan'; Cidr = '192.168.7.0/24'; Dhcp = '192.168.7.100-192.168.7.199' }
        $site.Nodes.Name | Should -Be 'test1', 'test2'
        $site | Test-DrydockDesign | Where-Object Severity -EQ Error | Should -BeNullOrEmpty
    }

    It 'makes up the networks of machines' {
        $site = $machines | New-DrydockDesign pier -WarningAction SilentlyContinue
        $site.Networks | ForEach-Object { "$($_.Name) $($_.Cidr)" } | Sort-Object | Should -Be 'lan 10.92.0.0/24', 'oob 10.90.0.0/24'
    }

    It 'takes the password where it is given, for its owner alone' {
        $password = [securestring]::new()
        'calvin'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
        $folder = Join-Path $TestDrive secret
        $site = $machines | New-DrydockDesign pier -OobCredential ([pscredential]::new('root', $password)) -Path $folder -WarningAction SilentlyContinue
        $site.Nodes[0].Oob.Credential.Reveal() | Should -Be calvin
        if (-not $IsWindows) { (Get-Item "$folder/secrets.yaml").UnixMode | Should -Be '-rw-------' }
    }

    It 'says what is wrong: <Id>' -ForEach @(
        @{ Id = 'NameMissing'; Rows = @{ Bmc = '10.0.0.1' } }
        @{ Id = 'InvalidAddress'; Rows = @{ Name = 'a'; Address = '10.0.0.999' } }
        @{ Id = 'InvalidMac'; Rows = @{ Name = 'a'; Address = '10.0.0.9'; Mac = 'x' } }
        @{ Id = 'DuplicateName'; Rows = @{ Name = 'a'; Address = '10.0.0.9' }, @{ Name = 'a'; Address = '10.0.0.10' } }
        @{ Id = 'AddressMissing'; Rows = @{ Name = 'a' } }
        @{ Id = 'AddressOnOob'; Rows = @{ Name = 'a'; Bmc = '10.0.0.9'; Address = '10.0.0.10' } }
        @{ Id = 'NetworkMissing'; Rows = @{ Name = 'a'; Bmc = '10.0.0.9' }, @{ Name = 'b'; Bmc = '10.7.0.9' } }
    ) {
        { New-DrydockDesign pier -Node $Rows -WarningAction SilentlyContinue } | Should -Throw -ErrorId "$Id*"
    }

    It 'says what is wrong with networks: <Id>' -ForEach @(
        @{ Id = 'CidrMissing'; Rows = @{ Name = 'lan' } }
        @{ Id = 'InvalidNetwork'; Rows = @{ Name = 'lan'; Cidr = 'x' } }
        @{ Id = 'SeveralUntagged'; Rows = @{ Name = 'a'; Cidr = '10.0.0.0/24' }, @{ Name = 'b'; Cidr = '10.1.0.0/24' } }
    ) {
        { New-DrydockDesign pier -Node @{ Name = 'a'; Address = '10.0.0.9' } -Network $Rows -WarningAction SilentlyContinue } | Should -Throw -ErrorId "$Id*"
    }
}

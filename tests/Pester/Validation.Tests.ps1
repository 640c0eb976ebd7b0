BeforeAll {
    . $PSScriptRoot/Common.ps1
    $text = (Get-ChildItem "$Root/examples/site/*.yaml" | Get-Content -Raw) -join "`n---`n"
    $design = Import-DrydockDesign $text

    function Get-Broken([string]$Old, [string]$New) {
        $text | Should -Match ([regex]::Escape($Old))
        Import-DrydockDesign ($text.Replace($Old, $New))
    }
}

Describe 'Test-DrydockDesign' {
    It 'finds no error in the example site' {
        $design | Test-DrydockDesign -Quiet | Should -BeTrue
    }

    It 'finds <what> and names rule, document and line' -ForEach @(
        @{ What = 'an address outside its network'; Old = 'address: 10.62.0.21'; New = 'address: 10.99.0.21'; Rule = 'IpLocalityCheck' }
        @{ What = 'an address given twice'; Old = 'address: 10.62.0.21'; New = 'address: 10.62.0.22'; Rule = 'NoDuplicateIpsCheck' }
        @{ What = 'a gateway outside its network'; Old = 'gateway: 10.62.0.1,'; New = 'gateway: 10.99.0.1,'; Rule = 'IpLocalityCheck' }
    ) {
        $findings = @(Get-Broken $Old $New | Test-DrydockDesign | Where-Object Severity -EQ 'Error')
        $findings.RuleId | Should -Contain $Rule
        $findings[0].Message | Should -Not -BeNullOrEmpty
        $findings[0].Documents[0].Line | Should -BeGreaterThan 0
    }

    It 'shows rule, place, message and remedy in 80 columns' {
        $shown = Get-Broken 'address: 10.62.0.21' 'address: 10.99.0.21' | Test-DrydockDesign | Out-String -Width 80
        ($shown -split '\r?\n' | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 80
        $shown | Should -Match 'Error +IpLocalityCheck +<text>:\d+'
        ($shown -replace '\s+', ' ') | Should -Match 'The IP Address 10\.99\.0\.21 is not within the defined CIDR'
        $shown | Should -Match 'Define a valid address for this network'
    }

    It 'tells each problem of a design that cannot be read as an error of its own' {
        $text = "schema: drydock/Network/v1`nmetadata: {name: a}`ndata: {cidr: [1], mtu: x}`n"
        $told = @()
        try { $text | Import-DrydockDesign -ErrorAction Continue -ErrorVariable told 2>$null } catch { $last = $_ }
        $last.Exception.Problems.Count | Should -Be 2
        @($told).Count | Should -BeGreaterOrEqual 2
        $stopped = { $text | Import-DrydockDesign -ErrorAction Stop } | Should -Throw -PassThru
        $stopped.Exception.Problems.Count | Should -Be 2
    }

    It 'can leave a rule out' {
        $broken = Get-Broken 'address: 10.62.0.21' 'address: 10.62.0.22'
        @($broken | Test-DrydockDesign -Suppress NoDuplicateIpsCheck).RuleId | Should -Not -Contain 'NoDuplicateIpsCheck'
    }

    It 'is asked by everything that provisions' {
        $simulator = Start-MaasSimulator -Design $design -Speed 1200
        try {
            $session = $simulator | Connect-Maas
            $broken = Get-Broken 'gateway: 10.62.0.1,' 'gateway: 10.99.0.1,'
            $refused = { $broken | Set-MaasSiteNetwork -Session $session -ErrorAction Stop } | Should -Throw -PassThru
            $refused.FullyQualifiedErrorId | Should -BeLike 'DesignInvalid*'
            $simulator.WriteCount | Should -Be 0
        }
        finally {
            Disconnect-Maas
            $simulator | Stop-MaasSimulator
        }
    }
}

Describe 'Export-DrydockDesign and Compare-DrydockDesign' {
    It 'writes the same text each time' {
        ($design | Export-DrydockDesign) -join "`n" | Should -Be (($design | Export-DrydockDesign) -join "`n")
    }

    It 'masks secrets' {
        ($design | Export-DrydockDesign) -join "`n" | Should -Not -Match 'correct-horse-battery'
        ($design | Export-DrydockDesign -IncludeSecret) -join "`n" | Should -Match 'correct-horse-battery'
    }

    It 'finds nothing between a design and itself' {
        Compare-DrydockDesign $design $design | Should -BeNullOrEmpty
    }

    It 'names what changes' {
        $changed = Get-Broken 'address: 10.62.0.21' 'address: 10.62.0.99'
        $differences = @(Compare-DrydockDesign $design $changed)
        $differences.Count | Should -Be 1
        $differences[0].Name | Should -Be 'control01'
        $differences[0].ToString() | Should -Match '10\.62\.0\.99'
    }
}

Describe 'Get-DrydockNetwork' {
    It 'selects by name' {
        ($design | Get-DrydockNetwork mgmt).Cidr | Should -Be '10.62.0.0/24'
        @($design | Get-DrydockNetwork).Count | Should -Be 5
    }
}

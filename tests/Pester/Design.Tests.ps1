BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
}

Describe 'Import-DrydockDesign' {
    It 'reads the example site' {
        $design.Nodes.Count | Should -BeGreaterOrEqual 8
        $design.Networks.Count | Should -Be 5
        $design.Warnings | Should -BeNullOrEmpty
    }

    It 'names file, line and column of what it cannot read' {
        $file = Join-Path $TestDrive 'broken.yaml'
        "schema: drydock/Network/v1`nmetadata:`n  name: a`n  name: b`n" | Set-Content $file
        { Import-DrydockDesign $file -ErrorAction Stop } | Should -Throw '*broken.yaml:4:*'
    }

    It 'gives a missing file an error of its own' {
        { Import-DrydockDesign (Join-Path $TestDrive 'none.yaml') -ErrorAction Stop } | Should -Throw
    }
}

Describe 'Get-DrydockNode' {
    It 'selects by name, with wildcards' {
        $first = $design.Nodes[0].Name
        ($design | Get-DrydockNode -Name $first).Name | Should -Be $first
        @($design | Get-DrydockNode -Name '*').Count | Should -Be $design.Nodes.Count
    }

    It 'selects by rack' {
        $racks = @($design | Get-DrydockNode).Rack | Sort-Object -Unique
        $racks.Count | Should -Be 2
        $chosen = @($design | Get-DrydockNode -Rack $racks[0])
        $chosen.Count | Should -BeGreaterThan 0
        $chosen.Rack | Sort-Object -Unique | Should -Be $racks[0]
    }
}

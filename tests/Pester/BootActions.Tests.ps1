BeforeAll {
    . $PSScriptRoot/Common.ps1
    $design = Import-DrydockDesign "$Root/examples/site"
}

Describe 'Get-DrydockBootAction' {
    It 'tells the nodes that a boot action is for' {
        ($design | Get-DrydockBootAction worker-packages).TargetNodes.Count | Should -Be 5
    }

    It 'shows a file as it reaches a node' {
        $file = $design | Get-DrydockBootAction greeting -Node worker01 -Render | Where-Object Type -EQ 'File'
        $file.Path | Should -Be '/usr/local/sbin/harbour-greeting'
        $file.Text | Should -Match 'worker01 of harbour, 10\.62\.0\.31'
        $file.Text | Should -Match 'drain it'
    }

    It 'names a boot action that there is not' {
        { $design | Get-DrydockBootAction no-such-action -ErrorAction Stop } | Should -Throw -ErrorId 'BootActionNotFound,*'
    }
}

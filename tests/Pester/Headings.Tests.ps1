# What stands over a column or before a line of a list can be written in a script, whatever the width and wherever the output goes.
BeforeDiscovery {
    . $PSScriptRoot/Common.ps1
    $views = foreach ($file in Get-ChildItem (Join-Path (Split-Path $Manifest) *.Format.ps1xml)) {
        foreach ($view in ([xml](Get-Content $file -Raw)).Configuration.ViewDefinitions.View) {
            @{
                View = $view.Name
                Type = $view.ViewSelectedBy.TypeName
                IsTable = [bool]$view.TableControl
                Headings = @($view.SelectNodes('.//TableColumnHeader | .//ListItem').ForEach({ if ($_['Label']) { $_.Label } else { $_.PropertyName } }))
            }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    if (-not ('Drydock.Maas.Testing.FilledObject' -as [type])) { Add-Type -Path $PSScriptRoot/FilledObject.cs }
    $before = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    function New-FilledObject([string]$Type) { [Drydock.Maas.Testing.FilledObject]::Make($Type -as [type], 'word') }
}

AfterAll { $PSStyle.OutputRendering = $before }

Describe 'The headings of <view> of <type>' -ForEach $views {
    It 'are taken by what selects, groups, sorts and compares, in strict mode' {
        $object = New-FilledObject $type
        Set-StrictMode -Version Latest
        foreach ($heading in $headings) {
            { $null = $object.$heading } | Should -Not -Throw
            { $object | Where-Object $heading -EQ 'anything' -ErrorAction Stop } | Should -Not -Throw
            { $object, $object | Group-Object $heading -ErrorAction Stop } | Should -Not -Throw
            { $object, $object | Sort-Object $heading -ErrorAction Stop } | Should -Not -Throw
            ($object | Select-Object $heading -ErrorAction Stop).PSObject.Properties.Name | Should -Be $heading
        }
    }

    It 'are those of an object without anything, too, in strict mode' {
        $object = [System.Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject($type -as [type])
        $without = @($headings.Where({ try { $null = $object.$_; $true } catch { $_.Exception.InnerException -isnot [System.Management.Automation.RuntimeException] } }))
        $without | Should -Be $headings
    }
}

Describe 'The table <view> of <type>' -ForEach $views.Where({ $_.IsTable }) {
    It 'has no cut heading and no line that is too long at <_> columns' -ForEach 80, 120, 200 {
        $lines = @(New-FilledObject $type | Format-Table -View $view | Out-String -Stream -Width $_)
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual $_
        $head = $lines.Where({ $_ }, 'First')
        $head | Should -Not -Match '…'
        $shown = -split "$head"
        $shown | Should -Be $headings[0..($shown.Count - 1)] -Because 'what has no room is left out from the right'
        if ($_ -ge 120) { $shown | Should -Be $headings }
    }
}

Describe 'Objects for others: <type>' -ForEach ($views | Sort-Object { $_.Type } -Unique) {
    It 'are rows of a CSV without names of types' {
        $row = New-FilledObject $type | ConvertTo-Csv | ConvertFrom-Csv
        $row.PSObject.Properties.Where({ $_.Value -cmatch 'System\.Collections|List`|ReadOnly\w+`|\[\]$' }).ForEach({ "$($_.Name)=$($_.Value)" }) | Should -BeNullOrEmpty
    }

    It 'come back from JSON with words where they have words' {
        $object = New-FilledObject $type
        $json = $object | ConvertTo-Json -EnumsAsStrings -Depth 3 -WarningAction SilentlyContinue
        $back = $json | ConvertFrom-Json
        $words = @($object.PSObject.Properties.Where({ $_.Value -is [enum] }))
        $words.ForEach({ $back.($_.Name) }) | Should -Be @($words.ForEach({ "$($_.Value)" }))
        # Only what the object has by itself is in it.
        Compare-Object @($back.PSObject.Properties.Name) @(($type -as [type]).GetProperties('Instance, Public').Name | Sort-Object -Unique) | Should -BeNullOrEmpty
    }
}

Describe 'A script' {
    It 'that ends at once has shown its tables: <_>' -ForEach @(
        '$simulator | Connect-Maas', '$null = $simulator | Connect-Maas; Get-MaasMachine'
    ) {
        $lines = Invoke-OtherShell @"
            Import-Module '$Manifest'
            `$simulator = Start-MaasSimulator -MachineCount 2 -Speed 2400
            $_
            'the last line'
            exit 3
"@
        $LASTEXITCODE | Should -Be 3
        $lines[-1] | Should -Be 'the last line'
        @($lines).Where({ $_ -match '^(\x1b\[[0-9;]*m)*-+' }) | Should -Not -BeNullOrEmpty
    }
}

# The tutorial as a reader works through it, in a shell of its own: its YAML blocks are the files, its PowerShell blocks are run in the order of the page, in
# a folder that is empty at first. A block of text behind one of PowerShell is what is on the screen then: numbers may be others, ... is anything.
BeforeDiscovery {
    $page = Get-Content (Resolve-Path "$PSScriptRoot/../../docs/tutorial.md") -Raw
    $blocks = [regex]::Matches($page, '(?ms)(?:^<!-- (?<mark>[^\n]*?) -->\r?\n)?^```(?<kind>yaml|powershell|text)\r?\n(?<code>.*?)\r?\n```')
    $steps = @(for ($i = 0; $i -lt $blocks.Count; $i++) {
        $groups = $blocks[$i].Groups
        if ($groups['kind'].Value -eq 'text') { continue }
        $next = $blocks[$i + 1]
        @{
            Number = $i
            Title = ($groups['code'].Value -split '\r?\n')[0]
            Kind = $groups['kind'].Value
            Mark = $groups['mark'].Value
            Code = $groups['code'].Value
            Lines = @(if ($next -and $next.Groups['kind'].Value -eq 'text') { $next.Groups['code'].Value -split '\r?\n' | Where-Object { $_.Trim() -notin '', '...' } })
        }
    })
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $folder = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
    $null = New-Item $folder -ItemType Directory

    # The pattern of a line on the screen.
    function Get-Pattern([string]$Line) {
        $pattern = [regex]::Escape($Line.Trim()) -replace '(\\ )+', '\s+' -replace '\d+', '\d+'
        $pattern.Replace('\.\.\.', '.*')
    }

    function Invoke-Tutorial($Steps) {
        $Steps | ConvertTo-Json -Depth 3 | Set-Content "$folder/steps.json"
        $script = {
            $PSStyle.OutputRendering = 'PlainText'
            Import-Module '<manifest>'
            $steps = Get-Content steps.json | ConvertFrom-Json
            Remove-Item steps.json
            foreach ($step in $steps) {
                Write-Host "@@ $($step.Number)"
                if ($step.Kind -eq 'yaml') {
                    Set-Content ([regex]::Match($step.Code, '\A# (site/[a-z]+\.yaml)\r?\n').Groups[1].Value) $step.Code
                    continue
                }

                $code = $step.Code -replace '(?m)^Import-Module Drydock\.Maas\r?$'
                # Each statement by itself, as somebody types it: objects of two kinds are shown as two.
                foreach ($statement in [System.Management.Automation.Language.Parser]::ParseInput($code, [ref]$null, [ref]$null).EndBlock.Statements) {
                    try { . ([scriptblock]::Create($statement.Extent.Text)) 2>&1 | Out-String -Width 160 | Write-Host }
                    catch { Write-Host "error: $(($_.FullyQualifiedErrorId -split ',')[0])`n$_" }
                }
            }
        }
        $text = "Set-Location '$folder'`n" + "$script".Replace('<manifest>', $Manifest)
        "$(Invoke-OtherShell $text | Out-String)" -split '(?m)^@@ ' | Where-Object { $_.Trim() } | ForEach-Object {
            $number, $screen = $_ -split '\r?\n', 2
            @{ Number = [int]$number; Screen = "$screen" }
        }
    }
}

AfterAll {
    Remove-Item $folder -Recurse -Force
}

Describe 'The tutorial' -ForEach @{ Steps = $steps } {
    BeforeAll {
        $screens = @{}
        Invoke-Tutorial $Steps | ForEach-Object { $screens[$_.Number] = $_.Screen }
    }

    It 'works: <_.Title>' -ForEach $Steps {
        $screen = $screens[$_.Number]
        $expected = if ($_.Mark -like 'error: *') { $_.Mark } else { '' }
        [regex]::Match($screen, '(?m)^error: \w+').Value | Should -Be $expected
        if ($_.Mark -eq 'shows: nothing' -or $_.Kind -eq 'yaml') { $screen.Trim() | Should -BeNullOrEmpty }
        foreach ($line in $_.Lines) { $screen | Should -Match (Get-Pattern $line) }
    }

    It 'tells of most blocks what they show' {
        @($Steps | Where-Object { $_.Lines.Count -gt 0 }).Count | Should -BeGreaterThan 10
    }
}

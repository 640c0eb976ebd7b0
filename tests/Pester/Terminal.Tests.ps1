# Names, tags, messages and error texts come from others. Whatever they hold is shown, and a terminal obeys none of it.
BeforeDiscovery {
    . $PSScriptRoot/Common.ps1
    $views = foreach ($file in Get-ChildItem (Join-Path (Split-Path $Manifest) *.Format.ps1xml)) {
        foreach ($view in ([xml](Get-Content $file -Raw)).Configuration.ViewDefinitions.View) {
            @{
                View = $view.Name
                Type = $view.ViewSelectedBy.TypeName
                Shape = if ($view.TableControl) { 'Format-Table' } else { 'Format-List' }
                # Messages and lists that stand below one another are of several lines by nature.
                OneLine = $view.OuterXml -notmatch '::Escape\('
            }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    foreach ($type in 'FilledObject', 'FixedServer') {
        if (-not ("Drydock.Maas.Testing.$type" -as [type])) { Add-Type -Path $PSScriptRoot/$type.cs }
    }
    $hostile = "x`e]0;owned`a$([char]0x9b)31m$([char]0x202e)evil$([char]0x2066)"
    $before = $PSStyle.OutputRendering

    # Characters that a terminal obeys, but for the line breaks and colours that PowerShell itself writes.
    function Get-Obeyed([string]$Text) {
        $plain = $Text -replace "`e\[[0-9;]*m" -replace "[`r`n]"
        $plain.ToCharArray().Where({ [char]::IsControl($_) -or [char]::GetUnicodeCategory($_) -eq 'Format' })
    }
}

AfterAll {
    $PSStyle.OutputRendering = $before
}

Describe 'A view: <view> of <type>' -ForEach $views {
    BeforeAll { $PSStyle.OutputRendering = 'Ansi' }

    It 'shows what a terminal would obey' {
        $object = [Drydock.Maas.Testing.FilledObject]::Make($type -as [type], $hostile)
        $shown = $object | & $shape -View $view | Out-String -Width 500
        # A simulator has no text of others to show; narrow columns cut it.
        if ($type -notlike '*.SimulatedMaas') { $shown | Should -Match 'x\\x1b\]' }
        Get-Obeyed $shown | Should -BeNullOrEmpty
    }
}

Describe 'A view of one line: <view> of <type>' -ForEach $views.Where({ $_.OneLine }) {
    It 'keeps a cell of one line on one line' {
        $object = [Drydock.Maas.Testing.FilledObject]::Make($type -as [type], "a`r`nsp")
        $shown = $object | & $shape -View $view | Out-String -Width 500 -Stream
        $shown.Where({ $_ -match '^\s*sp\b' }) | Should -BeNullOrEmpty
    }
}

Describe 'What is told beside the views' {
    It 'an error shows what a server wrote: <_>' -ForEach 'text/plain', 'application/json', 'text/html' {
        $type = $_
        $body = switch ($type) {
            'application/json' { @{ name = @($hostile) } | ConvertTo-Json }
            'text/html' { "<html><title>$hostile</title></html>" }
            default { $hostile }
        }
        $server = [Drydock.Maas.Testing.FixedServer]::new(@{ '*' = @(409, $type, $body) })
        try {
            $session = Connect-Maas $server.Url -ApiKey a:b:c
            $null = Invoke-MaasApi tags/ -Method POST -Session $session -Confirm:$false -ErrorVariable told -ErrorAction SilentlyContinue
            foreach ($view in 'ConciseView', 'NormalView', 'CategoryView', 'DetailedView') {
                $ErrorView = $view
                $shown = $told[0] | Out-String
                Get-Obeyed $shown | Should -BeNullOrEmpty -Because $view
                if ($view -in 'ConciseView', 'NormalView') { $shown -replace "`e\[[0-9;]*m" -replace '[\s|]' | Should -Match 'x\\x1b\]0;owned' }
            }
            Get-Obeyed "$($told[0]) $($told[0].Exception.Message)" | Should -BeNullOrEmpty
        }
        finally { $server.Dispose() }
    }

    It 'a name that was asked for is shown in the error, as the target of which it is kept' {
        $simulator = Start-MaasSimulator -MachineCount 1
        try {
            $session = $simulator | Connect-Maas
            $name = "x`e7y$([char]0x202e)"
            $null = Get-MaasMachine -Hostname $name -ErrorVariable told -ErrorAction SilentlyContinue
            $told[0].TargetObject | Should -Be $name
            Get-Obeyed "$($told[0]) $($told[0].CategoryInfo)" | Should -BeNullOrEmpty
            $told[0].CategoryInfo.TargetName | Should -Match 'x\\x1b'
        }
        finally { $simulator | Stop-MaasSimulator }
    }

    It 'warnings, verbose texts and questions show it' {
        $server = [Drydock.Maas.Testing.FixedServer]::new(@{ '*' = @(503, 'text/plain', $hostile) })
        try {
            $session = Connect-Maas $server.Url -ApiKey a:b:c
            $told = & { try { Get-MaasTag -Session $session -Verbose } catch { $_ } } *>&1
            $told.Where({ $_ -is [System.Management.Automation.VerboseRecord] -and $_ -match 'x\\x1b' }) | Should -Not -BeNullOrEmpty
            $told.Where({ $_ -is [System.Management.Automation.WarningRecord] -and $_ -match 'x\\x1b' }) | Should -Not -BeNullOrEmpty
            Get-Obeyed "$told" | Should -BeNullOrEmpty
            # A question and a plan are a line of the host.
            $transcript = Join-Path $TestDrive plan.txt
            $null = Start-Transcript $transcript
            New-MaasTag $hostile -Session $session -WhatIf
            $null = Stop-Transcript
            $plan = Get-Content -Raw $transcript | Select-String -Pattern 'What if.*' | ForEach-Object { $_.Matches.Value }
            $plan | Should -Match 'x\\x1b'
            Get-Obeyed "$plan" | Should -BeNullOrEmpty
        }
        finally { $server.Dispose() }
    }

    It 'what Tab offers shows it' {
        $simulator = Start-MaasSimulator -MachineCount 1
        try {
            $session = $simulator | Connect-Maas
            $line = 'Get-MaasTag '
            $null = New-MaasTag 'gpu' -Comment $hostile
            (Get-MaasTag gpu).Comment | Should -Be $hostile
            $offer = [System.Management.Automation.CommandCompletion]::CompleteInput($line, $line.Length, $null).CompletionMatches
            Get-Obeyed "$($offer.ListItemText) $($offer.ToolTip)" | Should -BeNullOrEmpty
        }
        finally { $simulator | Stop-MaasSimulator }
    }

    It 'messages of a design show it' {
        $yaml = @"
schema: drydock/Network/v1
metadata: {schema: metadata/Document/v1, name: "x\e]0;owned"}
data: {cidr: "\e[31mno"}
"@ + "`n"
        $warned = $null
        try { $null = $yaml | Import-DrydockDesign -WarningVariable warned } catch { $told = $_ }
        $findings = if (-not $told) { $yaml | Import-DrydockDesign | Test-DrydockDesign | Out-String -Width 300 }
        $all = "$told $($told.Exception.Message) $warned $findings"
        $all | Should -Match '\\x1b'
        Get-Obeyed $all | Should -BeNullOrEmpty
    }
}

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
    if (-not ('Drydock.Maas.Testing.FilledObject' -as [type])) { Add-Type -Path $PSScriptRoot/FilledObject.cs }
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

    It 'keeps a cell of one line on one line' -Skip:(-not $oneLine) {
        $object = [Drydock.Maas.Testing.FilledObject]::Make($type -as [type], "a`r`nsp")
        $shown = $object | & $shape -View $view | Out-String -Width 500 -Stream
        $shown.Where({ $_ -match '^\s*sp\b' }) | Should -BeNullOrEmpty
    }
}

# What is secret is in no message, view, export, serialised object or file that others can read.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    $word = 'hunter2x9'
    $asset = 'top-9-content'
    $bmc = 'bmc-9-pass'
    $text = (Get-Content -Raw $Root/examples/site/*.yaml) -join "`n---`n"
    $text = $text -replace 'correct-horse-battery', $bmc -replace 'https://packages', "https://joe:$word@packages"
    $text = $text -replace '# Written for', "# $asset for"
    $site = $text | Import-DrydockDesign
    $simulator = Start-MaasSimulator -Design $site -Speed 6000
    $session = $simulator | Connect-Maas

    # All that a person or a log sees of an error.
    function Get-Told($Record) {
        ($Record, $Record.Exception, $Record.Exception.InnerException, $Record.TargetObject, $Record.CategoryInfo, $Record.ErrorDetails |
            Out-String) + ($Record | Format-List -Property * -Force | Out-String) + ($Record.Exception | ConvertTo-Json -Depth 3 -WarningAction Ignore)
    }
}

AfterAll {
    Disconnect-Maas
    $simulator | Stop-MaasSimulator
}

Describe 'User and password in an address' {
    It 'of a MAAS are in no part of the error: <_>' -ForEach @(
        'http://joe:hunter2x9@127.0.0.1:1/MAAS', 'joe:hunter2x9@127.0.0.1', 'http://joe:hunter2x9/x@127.0.0.1', 'http://hunter2x9@127.0.0.1'
    ) {
        $url = $_
        { Connect-Maas $url -ApiKey a:b:c } | Should -Throw -ErrorId 'InvalidUrl*'
        try { Connect-Maas $url -ApiKey a:b:c -SkipCertificateCheck -Verbose -WarningVariable warned 4>&1 } catch { $told = Get-Told $_ }
        $told | Should -Not -Match $word
        "$warned" | Should -Not -Match $word
    }

    It 'of a design are sent to its server and are in no part of the error' {
        $url = "http://joe:$word@127.0.0.1:1/site.yaml"
        try { Import-DrydockDesign $url -Verbose 4>&1 } catch { $told = Get-Told $_ }
        $told | Should -Match 'DownloadFailed'
        $told | Should -Not -Match $word
    }

    It 'are in no transcript' {
        $url = "http://joe:$word@127.0.0.1:1/MAAS"
        $file = Join-Path $TestDrive transcript.txt
        $null = Start-Transcript $file
        try {
            foreach ($command in { Connect-Maas $url -ApiKey a:b:c -Verbose }, { Import-DrydockDesign $url -Verbose }) {
                try { & $command } catch { $_ | Format-List * -Force | Out-Default }
            }
        }
        finally { $null = Stop-Transcript }
        Get-Content -Raw $file | Should -Match 'InvalidUrl'
        Get-Content -Raw $file | Should -Not -Match $word
    }

    It 'of a repository are masked in views, plans, exports and comparisons, and reach MAAS as they are' {
        "$(($site | Set-MaasSiteRepository -WhatIf).Changes)" | Should -Match ([regex]::Escape('https://***@packages.harbour.example.net/tools'))
        $null = $site | Set-MaasSiteRepository
        $kept = Get-MaasPackageRepository harbour_tools
        $kept.Credential.Reveal() | Should -Be "joe:$word"
        ($site | Set-MaasSiteRepository).Status | Should -Be 'Unchanged'
        $later = ($text -replace $word, 'changed9') | Import-DrydockDesign
        $difference = Compare-DrydockDesign $site $later
        $difference.Property | Should -Contain 'repositories.harbour_tools.url'
        $shown = $kept, $site.Region.Repositories, $difference, ($site | Compare-DrydockDesign), ($later | Set-MaasSiteRepository -WhatIf).Changes |
            ForEach-Object { $_ | Format-List * | Out-String }
        "$shown" | Should -Not -Match "$word|changed9"
    }
}

Describe 'The way to MAAS' {
    It 'a key that goes in the clear is warned of' {
        try { $null = Connect-Maas http://maas.invalid:5240/MAAS -ApiKey a:b:c -WarningVariable warned -WarningAction SilentlyContinue } catch { $told = $_ }
        $told.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed*'
        "$warned" | Should -BeLike '*API key*without encryption*'
    }

    It 'one that stays on this machine, or goes by TLS, is not: <_>' -ForEach 'http://127.0.0.1:1/MAAS', 'http://localhost:1', 'http://[::1]:1/MAAS', 'https://127.0.0.1:1/MAAS' {
        try { $null = Connect-Maas $_ -ApiKey a:b:c -WarningVariable warned -WarningAction SilentlyContinue } catch { $null = $_ }
        $warned | Should -BeNullOrEmpty
    }
}

Describe 'What is written about a site' {
    It '<what> has no secret in it' -ForEach @(
        @{ What = 'JSON of nodes'; Write = { $site.Nodes[0..1] | ConvertTo-Json -Depth 8 -WarningAction Ignore } }
        @{ What = 'XML of nodes'; Write = { ($site.Nodes[0..1] | ConvertTo-Xml -Depth 6).OuterXml } }
        @{ What = 'Clixml of nodes'; Write = { [System.Management.Automation.PSSerializer]::Serialize($site.Nodes[0..1], 6) } }
        @{ What = 'JSON of the site'; Write = { $site | ConvertTo-Json -Depth 6 -WarningAction Ignore } }
        @{ What = 'JSON of results'; Write = { $site | Get-DrydockNode control01, worker01 | Set-MaasNodeIdentity -UseNodeOobParameters -WhatIf | ConvertTo-Json -Depth 8 -WarningAction Ignore } }
        @{ What = 'Clixml of results'
            Write = { [System.Management.Automation.PSSerializer]::Serialize(($site | Get-DrydockNode control01, worker01 | Set-MaasNodeIdentity -UseNodeOobParameters -WhatIf), 6) } }
        @{ What = 'JSON of a session'; Write = { $session | ConvertTo-Json -Depth 4 -WarningAction Ignore } }
        @{ What = 'an export'; Write = { $site | Export-DrydockDesign } }
        @{ What = 'an export as JSON'; Write = { $site | Export-DrydockDesign -Format Json } }
        @{ What = 'a comparison'
            Write = { Compare-DrydockDesign $site ($text -replace $asset, 'another-9' | Import-DrydockDesign) | Format-List * | Out-String } }
    ) {
        $written = & $write | Out-String
        $written | Should -Not -BeNullOrEmpty
        $written | Should -Not -Match "$word|$asset|$bmc"
        $written | Should -Not -Match ($simulator.ApiKey -split ':')[2]
        # A digest of a password lets anybody try out passwords on it.
        $written | Should -Not -Match ([Convert]::ToHexString([Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($asset))))
    }

    It 'an export without secrets is refused by name when it is read again: <what>' -ForEach @(
        @{ What = 'BMC password'; Only = 'credential' }, @{ What = 'repository'; Only = 'harbour_tools' }, @{ What = 'content'; Only = 'data' }
    ) {
        { $site | Export-DrydockDesign | Import-DrydockDesign } | Should -Throw -ErrorId 'MaskedSecret*'
        try { $site | Export-DrydockDesign | Import-DrydockDesign } catch { $problems = $_.Exception.Problems }
        $problems.Where({ $_.ErrorId -eq 'MaskedSecret' -and $_.Path -match $(if ($only -eq 'credential') { 'oob' } else { $only }) }) |
            Should -Not -BeNullOrEmpty
        ($site | Export-DrydockDesign -IncludeSecret | Import-DrydockDesign).Nodes | Should -HaveCount $site.Nodes.Count
    }
}

Describe 'A file with secrets' -Skip:$IsWindows {
    It '<what> is its owner''s only, also where others could read what was there before' -ForEach @(
        @{ What = 'an export with secrets'; Write = { param($file) $site | Export-DrydockDesign $file -IncludeSecret } }
        @{ What = 'a saved simulator'; Write = { param($file) $simulator | Save-MaasSimulator $file } }
    ) {
        $file = Join-Path $TestDrive file
        & $write $file
        (Get-Item $file).UnixMode | Should -Be '-rw-------'
        [IO.File]::SetUnixFileMode($file, 'UserRead, UserWrite, GroupRead, OtherRead')
        & $write $file
        (Get-Item $file).UnixMode | Should -Be '-rw-------'
        Remove-Item $file
    }

    It 'a journal and build data are their owner''s only' {
        $journal = Join-Path $TestDrive journal.jsonl
        $null = $site | Invoke-DrydockTask VerifySite -JournalPath $journal
        (Get-Item $journal).UnixMode | Should -Be '-rw-------'
        $null = $site | Set-MaasSiteNetwork
        $null = $site | Get-DrydockNode control01 | Invoke-MaasCommission
        $folder = Join-Path $TestDrive data
        $null = $site | Get-DrydockNode control01 | Get-MaasNodeBuildData -Path $folder
        $files = Get-ChildItem $folder -Recurse -File
        $files | Should -Not -BeNullOrEmpty
        $files.UnixMode | Sort-Object -Unique | Should -Be '-rw-------'
    }
}

<#
.SYNOPSIS
Tells what failed and why, what was skipped and why, and the totals of a test run, from its .trx files.
#>
[CmdletBinding()]
param(
    # The folder of the .trx files.
    [Parameter(Mandatory)] [string]$Path,

    # The test projects of the run, by name, separated by semicolons; one without results is told.
    [string]$Project = ''
)

$ErrorActionPreference = 'Stop'
$width = 200

function Get-Count($counts, $outcome) { if ($counts[$outcome]) { $counts[$outcome].Count } else { 0 } }

# The first lines of a text, none of them longer than a screen.
function Get-Excerpt([string]$text, [int]$count) {
    $lines = @($text -split '\r?\n' | Where-Object { $_.Trim() })
    $lines | Select-Object -First $count | ForEach-Object { if ($_.Length -gt $width) { $_.Substring(0, $width) + '...' } else { $_ } }
    if ($lines.Count -gt $count) { "($($lines.Count - $count) more lines)" }
}

# Where in this repository it failed: the lowest frame that has a line number.
function Get-Place([string]$trace) { @($trace -split '\r?\n' | Where-Object { $_ -match ':line \d+' } | Select-Object -First 1).Trim() }

$runs = foreach ($file in Get-ChildItem $Path -Filter *.trx | Sort-Object Name) {
    $run = ([xml](Get-Content $file -Raw)).TestRun
    $results = @(foreach ($result in $run.Results.UnitTestResult) {
        if ($result) { [pscustomobject]@{ Name = $result.testName; Outcome = $result.outcome; Error = $result.Output.ErrorInfo } }
    })
    [pscustomobject]@{
        Name = $file.BaseName
        Results = $results
        Counts = $results | Group-Object Outcome -AsHashTable -AsString
        # A run that ended badly without a failed test: its host died.
        Broken = $run.ResultSummary.outcome -eq 'Failed' -and 'Failed' -notin $results.Outcome
        Output = $run.ResultSummary.Output.StdOut
        Seconds = ([datetime]$run.Times.finish - [datetime]$run.Times.start).TotalSeconds
    }
}

$failed = @($runs.Results | Where-Object Outcome -EQ 'Failed')
$lines = if ($failed.Count -gt 6) { 3 } else { 12 }
foreach ($result in $failed | Select-Object -First 12) {
    ''
    "FAILED $($result.Name)"
    Get-Excerpt $result.Error.Message $lines | ForEach-Object { "    $_" }
    Get-Place $result.Error.StackTrace | ForEach-Object { "    $_" }
}
if ($failed.Count -gt 12) {
    ''
    "FAILED too: $(@($failed | Select-Object -Skip 12 | Select-Object -First 30).Name -join ', ')"
}

foreach ($run in $runs | Where-Object Broken) {
    ''
    "ENDED BADLY $($run.Name)"
    Get-Excerpt (@($run.Output -split '\r?\n' | Where-Object { $_ -notmatch '^\[xUnit' }) -join "`n") 12 | ForEach-Object { "    $_" }
}
foreach ($name in $Project -split ';' | Where-Object { $_ -and $_ -notin $runs.Name }) {
    ''
    "NO RESULTS of $name"
}

$skipped = @($runs.Results | Where-Object Outcome -EQ 'NotExecuted')
if ($skipped) {
    ''
    'Skipped:'
    $skipped | Group-Object { Get-Excerpt $_.Error.Message 1 } | Sort-Object Count -Descending | ForEach-Object { '{0,6}  {1}' -f $_.Count, $_.Name }
}

''
foreach ($run in $runs) {
    '{0,-36}{1,6} passed{2,5} failed{3,5} skipped{4,6:0} s' -f $run.Name, (Get-Count $run.Counts Passed), (Get-Count $run.Counts Failed),
        (Get-Count $run.Counts NotExecuted), $run.Seconds
}
'{0} passed, {1} failed, {2} skipped' -f @($runs.Results | Where-Object Outcome -EQ 'Passed').Count, $failed.Count, $skipped.Count

<#
.SYNOPSIS
Runs Pester files and writes what became of each of their tests as JSON.
#>
[CmdletBinding()]
param(
    # The Pester to use, as a manifest.
    [Parameter(Mandatory)] [string]$Pester,

    # Where the results go.
    [Parameter(Mandatory)] [string]$Report,

    [Parameter(Mandatory, ValueFromRemainingArguments)] [string[]]$Path
)

$ErrorActionPreference = 'Stop'
Import-Module $Pester

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$run = Invoke-Pester -Configuration $configuration

function Get-Message($errorRecords) {
    ($errorRecords | ForEach-Object { $_.DisplayErrorMessage ?? "$_"; $_.DisplayStackTrace ?? $_.ScriptStackTrace }) -join [Environment]::NewLine
}

function New-Result($file, $name, $result, $errorRecords) {
    @{ File = Split-Path -Leaf "$file"; Name = $name; Result = "$result"; Message = Get-Message $errorRecords }
}

$results = @(
    foreach ($test in $run.Tests) { New-Result $test.ScriptBlock.File $test.ExpandedPath $test.Result $test.ErrorRecord }
    # What failed around tests: BeforeAll, AfterAll, a file that cannot be read.
    foreach ($block in $run.FailedBlocks) { New-Result $block.BlockContainer.Item "$($block.ExpandedPath) (around its tests)" Failed $block.ErrorRecord }
    foreach ($file in $run.FailedContainers) { New-Result $file.Item '(the file)' Failed $file.ErrorRecord }
)
@{ Pester = "$((Get-Module Pester).Version)"; PowerShell = "$($PSVersionTable.PSVersion)"; Results = $results } |
    ConvertTo-Json -Depth 4 | Set-Content $Report

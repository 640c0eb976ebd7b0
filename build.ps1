#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests or packages Drydock.Maas. Everything it does is also reachable with plain dotnet; it calls the same targets.

.EXAMPLE
./build.ps1 -Task Test

Builds the module into out/Drydock.Maas/<version>/ and runs all tests, the Pester suite among them.

.EXAMPLE
./build.ps1 -Task Package -Configuration Release

Builds the module in Release and packs it as out/packages/Drydock.Maas.<version>.nupkg, for PSResourceGet, and as .zip, to be unpacked in a folder
of $env:PSModulePath.
#>
[CmdletBinding()]
param(
    [ValidateSet('Build', 'Test', 'Package')]
    [string]$Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string]$Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
$solution = Join-Path $PSScriptRoot 'Drydock.Maas.sln'

# The arguments as a list: splatted @args would take -target:PackModule for a parameter and its value, and split it.
function Invoke-Dotnet([string[]]$Arguments) {
    & dotnet $Arguments
    if ($LASTEXITCODE -ne 0) { throw "dotnet $Arguments failed with exit code $LASTEXITCODE." }
}

switch ($Task) {
    'Build' { Invoke-Dotnet 'build', $solution, '--configuration', $Configuration }
    'Test' { Invoke-Dotnet 'test', $solution, '--configuration', $Configuration }
    'Package' {
        $commands = Join-Path $PSScriptRoot 'src/Drydock.Maas.Commands/Drydock.Maas.Commands.csproj'
        Invoke-Dotnet 'build', $commands, '--configuration', $Configuration, '-target:PackModule'
    }
}

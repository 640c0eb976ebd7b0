#!/usr/bin/env pwsh
<#
.SYNOPSIS
Builds, tests or packages Drydock.Maas. Everything it does is also reachable with plain dotnet; it calls the same targets.

.EXAMPLE
./build.ps1 -Task Test

Builds the module into out/Drydock.Maas/<version>/ and runs all tests, the Pester suite among them.

.EXAMPLE
./build.ps1 -Task Package -Configuration Release

Builds the module in Release and packs it as out/Drydock.Maas.<version>.zip.
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

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $args failed with exit code $LASTEXITCODE." }
}

switch ($Task) {
    'Build' { Invoke-Dotnet build $solution --configuration $Configuration }
    'Test' { Invoke-Dotnet test $solution --configuration $Configuration }
    'Package' {
        $commands = Join-Path $PSScriptRoot 'src/Drydock.Maas.Commands/Drydock.Maas.Commands.csproj'
        Invoke-Dotnet build $commands --configuration $Configuration -target:PackModule
    }
}

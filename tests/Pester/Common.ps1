# Imports the built module, the newest in out/, once per process.
$script:Root = (Resolve-Path "$PSScriptRoot/../..").Path
$script:Manifest = Get-ChildItem "$script:Root/out/Drydock.Maas/*/Drydock.Maas.psd1" |
    Sort-Object { [version]$_.Directory.Name } |
    Select-Object -Last 1 -ExpandProperty FullName
if (-not $script:Manifest) {
    throw 'The module is not built. Run: dotnet build Drydock.Maas.sln'
}
if (-not (Get-Module Drydock.Maas)) {
    Import-Module $script:Manifest
}

# The lines that stand on a console of 120 columns.
function Get-Screen { @($input | Out-String -Stream -Width 120).TrimEnd() }

# What Tab offers at the end of a line.
function Get-Offer([string]$Line) {
    [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches.CompletionText
}

# What a script writes in another process of this PowerShell, where nobody can be asked.
function Invoke-OtherShell([string]$Script) {
    # PowerShell as a .NET tool runs inside dotnet.
    $assembly = @([Environment]::GetCommandLineArgs()[0] | Where-Object { [Environment]::ProcessPath -match 'dotnet(\.exe)?$' })
    & ([Environment]::ProcessPath) @assembly -NoProfile -NonInteractive -Command $Script
}

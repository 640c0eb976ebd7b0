<#
.SYNOPSIS
Signs what is ours in a module folder: assemblies, manifest and formats. Windows only.

.DESCRIPTION
The certificate is a .pfx as base64 in SIGNING_CERTIFICATE, its password in SIGNING_PASSWORD. Libraries of others stay as their makers signed them.
#>
[CmdletBinding()]
param(
    # The module's folder.
    [Parameter(Mandatory)] [string]$Path
)

$ErrorActionPreference = 'Stop'
$file = New-TemporaryFile
try {
    [IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:SIGNING_CERTIFICATE))
    $password = ConvertTo-SecureString $env:SIGNING_PASSWORD -AsPlainText -Force
    $certificate = Get-PfxCertificate -FilePath $file -Password $password -NoPromptForPassword
}
finally {
    Remove-Item $file
}

$ours = Get-ChildItem $Path -Recurse -File -Include 'Drydock.Maas*.dll', '*.psd1', '*.ps1xml'
$signatures = $ours | Set-AuthenticodeSignature -Certificate $certificate -HashAlgorithm SHA256 -IncludeChain NotRoot -TimestampServer 'http://timestamp.digicert.com'
$signatures | Format-Table Status, Path
if ($unsigned = @($signatures | Where-Object Status -NE Valid)) {
    throw "Not signed: $($unsigned.Path -join ', '). $($unsigned[0].StatusMessage)"
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $folder = Join-Path $TestDrive 'repository'
    $null = New-Item "$folder/global", "$folder/type/small", "$folder/site/harbour" -ItemType Directory
    function Set-Document([string]$Path, [string]$Schema, [string]$Name, [string]$Layer, [string]$Rest) {
        @"
schema: $Schema
metadata:
  schema: metadata/Document/v1
  name: $Name
  storagePolicy: cleartext
  layeringDefinition: {abstract: false, layer: $Layer$Rest
"@ | Set-Content "$folder/$Path"
    }
    @'
schema: deckhand/LayeringPolicy/v1
metadata: {schema: metadata/Control/v1, name: layering-policy}
data: {layerOrder: [global, type, site]}
'@ | Set-Content "$folder/global/policy.yaml"
    "schema: pegleg/SiteDefinition/v1`nmetadata: {schema: metadata/Document/v1, name: harbour, layeringDefinition: {abstract: false, layer: site}, storagePolicy: cleartext}`ndata: {site_type: small}" |
        Set-Content "$folder/site/harbour/site-definition.yaml"
    Set-Document 'type/small/base.yaml' 'example/Settings/v1' 'base' 'type' @'
}
  labels: {part: base}
data: {colour: blue, size: {height: 2}}
'@
    Set-Document 'site/harbour/settings.yaml' 'example/Settings/v1' 'settings' 'site' @'
, parentSelector: {part: base}, actions: [{method: merge, path: .}]}
  substitutions:
    - {dest: {path: .secret}, src: {schema: deckhand/Passphrase/v1, name: harbour-secret, path: .}}
data: {size: {width: 3}}
'@
    Set-Document 'site/harbour/secret.yaml' 'deckhand/Passphrase/v1' 'harbour-secret' 'site' "}`ndata: tar-and-rope"
}

Describe 'Get-AirshipDocument' {
    It 'layers and substitutes as the engine does' {
        $document = Get-AirshipDocument $folder -Site harbour -Name settings
        $document.Data.colour | Should -Be 'blue'
        $document.Data.size.height | Should -Be 2
        $document.Data.size.width | Should -Be 3
        $document.Data.secret | Should -Be 'tar-and-rope'
    }

    It 'fits a console' {
        $lines = Get-AirshipDocument $folder -Site harbour | Get-Screen
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 120
        $lines -join "`n" | Should -Match 'settings'
        $lines -join "`n" | Should -Not -Match 'tar-and-rope'
    }

    It 'names the sites there are' {
        { Get-AirshipDocument $folder -Site habour -ErrorAction Stop } | Should -Throw -ErrorId 'SiteNotFound,*' -ExpectedMessage '*harbour*'
    }

    It 'names a source that is missing' {
        Remove-Item "$folder/site/harbour/secret.yaml"
        { Get-AirshipDocument $folder -Site harbour -ErrorAction Stop } | Should -Throw -ErrorId 'SubstitutionSourceNotFound,*'
        $document = Get-AirshipDocument $folder -Site harbour -Name settings -AllowMissingSource -WarningAction SilentlyContinue
        $document.Data.colour | Should -Be 'blue'
    }
}

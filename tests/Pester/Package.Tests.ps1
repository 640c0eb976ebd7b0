BeforeDiscovery {
    # Installing means the user's own modules, unless HOME says where they are; on Windows it does not.
    $script:CanInstall = -not $IsWindows
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $version = Split-Path -Leaf (Split-Path $Manifest)
    $psData = (Import-PowerShellDataFile $Manifest).PrivateData.PSData
    $packageVersion = $psData.Prerelease ? "$version-$($psData.Prerelease)" : $version
    $package = "$Root/out/packages/Drydock.Maas.$packageVersion.nupkg"
    $zip = "$Root/out/packages/Drydock.Maas.$packageVersion.zip"
    if (-not (Test-Path $package)) {
        throw 'The package is not built. Run: dotnet build src/Drydock.Maas.Commands -t:PackModule'
    }

    $work = Join-Path $TestDrive 'home'
    $gallery = Join-Path $TestDrive 'gallery'
    # Where its folder for data is not there, .NET tells of none, and PSResourceGet writes into the current one.
    $null = New-Item -ItemType Directory "$work/.local/share", "$work/.config", "$work/.cache", $gallery
    $built = Get-ChildItem (Split-Path $Manifest) -Recurse -File | ForEach-Object { $_.FullName.Substring((Split-Path $Manifest).Length) } | Sort-Object

    # As a dotnet tool, pwsh is an assembly that dotnet runs.
    $pwsh = @([Environment]::ProcessPath)
    if ((Split-Path -LeafBase $pwsh[0]) -eq 'dotnet') { $pwsh += 'exec', "$PSHOME/pwsh.dll" }

    # On Windows, where the user's own list is written to, as a name that nobody has.
    $repository = 'DrydockMaasPackageTest'

    # Runs in a pwsh of its own, whose user has nothing: no modules, no repositories but the one of this test.
    function Invoke-AtHome([string]$Script) {
        $before = @{}
        $isolated = @{
            HOME = $work; XDG_DATA_HOME = "$work/.local/share"; XDG_CONFIG_HOME = "$work/.config"; XDG_CACHE_HOME = "$work/.cache"
            PSModulePath = "$work/.local/share/powershell/Modules"
        }
        foreach ($name in $isolated.Keys) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $isolated[$name])
        }
        try {
            $setUp = "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'; " +
                "Register-PSResourceRepository -Name $repository -Uri '$gallery' -Trusted -Force; try { "
            $program, $options = $pwsh
            $output = & $program $options -NoProfile -NonInteractive -Command ($setUp + $Script + " } finally { Unregister-PSResourceRepository $repository }") 2>&1
            if ($LASTEXITCODE -ne 0) { throw "It ended with $LASTEXITCODE.`n$($output | Out-String)" }
            $output
        }
        finally {
            foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
        }
    }

    function Get-Entry([string]$Archive) {
        Add-Type -AssemblyName System.IO.Compression.ZipFile
        $opened = [IO.Compression.ZipFile]::OpenRead($Archive)
        try { $opened.Entries | Select-Object FullName, LastWriteTime } finally { $opened.Dispose() }
    }

    function Get-Nuspec {
        $folder = Join-Path $TestDrive (New-Guid)
        Expand-Archive $package $folder
        ([xml](Get-Content "$folder/Drydock.Maas.nuspec" -Raw)).package.metadata
    }
}

Describe 'The package' {
    It 'is published, found, installed, run and uninstalled' -Skip:(-not $CanInstall) {
        $said = Invoke-AtHome @"
            Publish-PSResource -NupkgPath '$package' -Repository $repository
            `$found = Find-PSResource Drydock.Maas -Repository $repository -Prerelease
            "found `$(`$found.Version)-`$(`$found.Prerelease) by `$(`$found.Author) at `$(`$found.ProjectUri)"
            "tagged `$((Find-PSResource -Tag MAAS -Repository $repository -Prerelease).Name)"
            Install-PSResource Drydock.Maas -Repository $repository -Prerelease
            Import-Module Drydock.Maas
            "imported `$((Get-Module Drydock.Maas).ModuleBase)"
            & '$Root/examples/Quickstart.ps1' -Speed 6000
            "used `$((Get-Module Drydock.Maas).ModuleBase)"
            "help `$((Get-Help Connect-Maas).Synopsis)"
            Remove-Module Drydock.Maas
            Uninstall-PSResource Drydock.Maas -Prerelease
            "left `$(@(Get-Module Drydock.Maas -ListAvailable).Count)"
"@
        $said | Should -Contain "found $version-$($psData.Prerelease) by Drydock.Maas contributors at $($psData.ProjectUri)"
        $said | Should -Contain 'tagged Drydock.Maas'
        $said -match '^imported ' | Should -BeLike "imported $work*$version"
        $said | Should -Contain 'The second run made no writing request; 8 machines are Deployed.'
        $said -match '^used ' | Should -BeLike "used $work*$version"
        $said -match '^help .+' | Should -HaveCount 1
        $said | Should -Contain 'left 0'
    }

    It 'says of itself what the manifest says, and by which commands a gallery finds it' {
        $manifestData = Import-PowerShellDataFile $Manifest
        $nuspec = Get-Nuspec
        $nuspec.id, $nuspec.version, $nuspec.authors, $nuspec.owners, $nuspec.description, $nuspec.copyright, $nuspec.projectUrl, $nuspec.licenseUrl,
        $nuspec.iconUrl, $nuspec.releaseNotes | Should -Be @(
            'Drydock.Maas', $packageVersion, $manifestData.Author, $manifestData.CompanyName, $manifestData.Description, $manifestData.Copyright
            $psData.ProjectUri, $psData.LicenseUri, $psData.IconUri, $psData.ReleaseNotes)
        $expected = @('PSModule') + $psData.Tags + 'PSIncludes_Cmdlet' + ($manifestData.CmdletsToExport | ForEach-Object { "PSCmdlet_$_", "PSCommand_$_" })
        $nuspec.tags -split ' ' | Should -Be $expected
    }

    It 'gives the files of the module, and no others, to who saves it' {
        Copy-Item $package $gallery
        $null = Invoke-AtHome "Save-PSResource Drydock.Maas -Repository $repository -Prerelease -Path '$TestDrive'"
        $saved = "$TestDrive/Drydock.Maas/$version"
        # Where it came from is PSResourceGet's own note.
        Get-ChildItem $saved -Recurse -File | Where-Object Name -NE 'PSGetModuleInfo.xml' |
            ForEach-Object { $_.FullName.Substring((Resolve-Path $saved).Path.Length) } | Sort-Object | Should -Be $built
    }
}

Describe 'The zip' {
    It 'unpacks into a folder of PSModulePath' {
        $modules = Join-Path $TestDrive 'modules'
        Expand-Archive $zip $modules
        Get-ChildItem "$modules/Drydock.Maas/$version" -Recurse -File | ForEach-Object { $_.FullName.Substring("$modules/Drydock.Maas/$version".Length) } |
            Sort-Object | Should -Be $built
        { Test-ModuleManifest "$modules/Drydock.Maas/$version/Drydock.Maas.psd1" -ErrorAction Stop } | Should -Not -Throw
    }
}

Describe 'Both' {
    It 'hold the licence, and notices of every library that is shipped' {
        foreach ($archive in $package, $zip) {
            $names = (Get-Entry $archive).FullName | Split-Path -Leaf
            $names | Should -Contain 'LICENSE'
            $names | Should -Contain 'THIRD-PARTY-NOTICES.txt'
        }
        $notices = Get-Content (Join-Path (Split-Path $Manifest) 'THIRD-PARTY-NOTICES.txt')
        foreach ($library in Get-ChildItem (Join-Path (Split-Path $Manifest) 'bin/dependencies/*.dll') | Where-Object Name -NotLike 'Drydock.Maas.*') {
            $product = $library.VersionInfo.ProductVersion -replace '\+.*'
            $notices | Should -Contain "$($library.BaseName) $product" -Because 'a library is shipped with its notice, and with that of its version'
        }
    }

    It 'are the same whenever they are packed' {
        foreach ($archive in $package, $zip) {
            $entries = Get-Entry $archive
            $entries.LastWriteTime.Year | Select-Object -Unique | Should -Be 2000
            $sorted = [string[]]$entries.FullName
            [Array]::Sort($sorted, [StringComparer]::Ordinal)
            $entries.FullName | Should -Be $sorted
        }
    }
}

Describe 'The manifest' {
    It 'says where the project, its licence, its icon and its release notes are' {
        foreach ($name in 'ProjectUri', 'LicenseUri', 'IconUri', 'ReleaseNotes') {
            [uri]$psData[$name] | Should -Not -BeNullOrEmpty
            ([uri]$psData[$name]).IsAbsoluteUri | Should -BeTrue -Because $name
        }
        Join-Path $Root (([uri]$psData.IconUri).AbsolutePath -replace '^.*/main/') | Should -Exist
    }
}

Describe 'build.ps1' {
    It 'hands dotnet the arguments of <Task> whole' -ForEach @(
        @{ Task = 'Build'; Expected = 'build', 'Drydock.Maas.sln', '--configuration', 'Release' }
        @{ Task = 'Test'; Expected = 'test', 'Drydock.Maas.sln', '--configuration', 'Release' }
        @{ Task = 'Package'; Expected = 'build', 'Drydock.Maas.Commands.csproj', '--configuration', 'Release', '-target:PackModule' }
    ) {
        function dotnet { $args; $global:LASTEXITCODE = 0 }
        & "$Root/build.ps1" -Task $Task -Configuration Release | ForEach-Object { $_ -replace '^.*[\\/]' } | Should -Be $Expected
    }
}

BeforeAll { . $PSScriptRoot/Common.ps1 }

Describe 'The module' {
    It 'has a manifest that PowerShell accepts' {
        { Test-ModuleManifest $Manifest -ErrorAction Stop } | Should -Not -Throw
    }

    It 'exports exactly the cmdlets its manifest names' {
        $named = (Import-PowerShellDataFile $Manifest).CmdletsToExport | Sort-Object
        $exported = (Get-Command -Module Drydock.Maas -CommandType Cmdlet).Name | Sort-Object
        $exported | Should -Be $named
    }

    It 'uses approved verbs only' {
        $approved = (Get-Verb).Verb
        Get-Command -Module Drydock.Maas | Where-Object Verb -NotIn $approved | Should -BeNullOrEmpty
    }

    It 'has help with an example for every cmdlet' {
        $bare = foreach ($command in Get-Command -Module Drydock.Maas -CommandType Cmdlet) {
            $help = Get-Help $command.Name
            if (-not $help.Synopsis -or -not $help.examples.example) { $command.Name }
        }
        $bare | Should -BeNullOrEmpty
    }

    It 'describes every parameter' {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $bare = foreach ($command in Get-Command -Module Drydock.Maas -CommandType Cmdlet) {
            foreach ($parameter in (Get-Help $command.Name -Full).parameters.parameter) {
                if ($parameter.name -notin $common -and -not $parameter.description) { "$($command.Name) -$($parameter.name)" }
            }
        }
        $bare | Should -BeNullOrEmpty
    }

    It 'keeps third-party assemblies out of the default load context' {
        $names = [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies | ForEach-Object { $_.GetName().Name }
        $names | Should -Not -Contain 'YamlDotNet'
        $names | Should -Not -Contain 'RestSharp'
        $names | Should -Not -Contain 'Polly.Core'
    }

    It 'can be imported again, removed and imported' {
        Import-Module $Manifest -Force
        Remove-Module Drydock.Maas
        Import-Module $Manifest
        (Get-Command -Module Drydock.Maas -CommandType Cmdlet).Count | Should -BeGreaterThan 10
    }
}

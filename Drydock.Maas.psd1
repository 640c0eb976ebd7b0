@{
    RootModule             = 'bin/Drydock.Maas.Commands.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '3f0c6c57-3f43-4a0e-9f0f-0d6a5d2b7c11'
    Author                 = 'Drydock.Maas contributors'
    CompanyName            = 'Drydock.Maas'
    Copyright              = 'Drydock.Maas contributors. Apache-2.0.'
    Description            = 'Provisions an Airship Drydock site design through Canonical MAAS: plan, apply, verify, with a simulator to rehearse on.'
    PowerShellVersion      = '7.4'
    CompatiblePSEditions   = @('Core')
    TypesToProcess         = @('Drydock.Maas.Types.ps1xml')
    FormatsToProcess       = @(
        'Drydock.Maas.Format.ps1xml', 'Drydock.Maas.Devices.Format.ps1xml', 'Drydock.Maas.Simulator.Format.ps1xml'
        'Drydock.Maas.Tasks.Format.ps1xml'
    )
    FunctionsToExport      = @()
    CmdletsToExport        = @(
        'Clear-MaasSimulatorFault'
        'Clear-MaasSimulatorRequest'
        'Compare-DrydockDesign'
        'Connect-Maas'
        'Disconnect-Maas'
        'Export-DrydockDesign'
        'Get-AirshipDocument'
        'Get-DrydockBootAction'
        'Get-DrydockNetwork'
        'Get-DrydockNode'
        'Get-DrydockTask'
        'Get-MaasBlockDevice'
        'Get-MaasBootResource'
        'Get-MaasConnection'
        'Get-MaasDomain'
        'Get-MaasFabric'
        'Get-MaasIPRange'
        'Get-MaasInterface'
        'Get-MaasMachine'
        'Get-MaasNodeBuildData'
        'Get-MaasRackController'
        'Get-MaasScriptResult'
        'Get-MaasSimulatorFault'
        'Get-MaasSimulatorRequest'
        'Get-MaasSshKey'
        'Get-MaasStaticRoute'
        'Get-MaasSubnet'
        'Get-MaasTag'
        'Get-MaasVlan'
        'Get-MaasVolumeGroup'
        'Import-DrydockDesign'
        'Invoke-DrydockTask'
        'Invoke-MaasApi'
        'Invoke-MaasCommission'
        'Invoke-MaasDeploy'
        'Invoke-MaasRelease'
        'Remove-MaasNode'
        'Resolve-MaasNode'
        'Resume-DrydockTask'
        'Save-MaasSimulator'
        'Set-MaasNodeIdentity'
        'Set-MaasNodeNetwork'
        'Set-MaasNodePlatform'
        'Set-MaasNodeStorage'
        'Set-MaasSiteNetwork'
        'Set-MaasSimulatorFault'
        'Start-MaasSimulator'
        'Stop-MaasSimulator'
        'Test-DrydockDesign'
        'Test-MaasConnection'
        'Test-MaasNodeStorage'
    )
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags       = @('MAAS', 'BareMetal', 'Drydock', 'Airship', 'Provisioning', 'PSEdition_Core', 'Linux', 'Windows', 'MacOS')
            LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
        }
    }
}

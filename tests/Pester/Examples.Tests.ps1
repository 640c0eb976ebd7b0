# Every example of every help page is run as it stands, on a simulated MAAS of the example site.
BeforeDiscovery {
    $pages = (Resolve-Path "$PSScriptRoot/../../docs/en-US").Path
    # What needs a server of one's own, a person at the keys, or Pester itself around it.
    $elsewhere = 'https?://', '-Follow', 'old\.example\.com', 'Get-Secret', 'treasuremap', 'BeforeAll', '-Confirm$', '\bexit 1', 'git -C'
    $examples = foreach ($page in Get-ChildItem $pages -Filter *.md) {
        foreach ($match in [regex]::Matches((Get-Content $page -Raw), '(?ms)^### (Example \d+)[^\n]*\n.*?```powershell\r?\n(.*?)\r?\n```')) {
            $code = $match.Groups[2].Value
            if (-not ($elsewhere | Where-Object { $code -match "(?m)$_" })) {
                @{ Page = $page.BaseName; Example = $match.Groups[1].Value; Code = $code }
            }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $folder = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
    $null = New-Item $folder, "$folder/racks", "$folder/scripts" -ItemType Directory
    foreach ($copy in 'site', 'main', 'change') { Copy-Item "$Root/examples/site" "$folder/$copy" -Recurse }
    (Get-Content "$folder/change/nodes-rack1.yaml" -Raw).Replace('10.62.0.21', '10.62.0.41') | Set-Content "$folder/change/nodes-rack1.yaml"
    Move-Item "$folder/main/nodes-rack*.yaml" "$folder/racks"
    Get-ChildItem "$folder/main/*.yaml" | ForEach-Object { Get-Content $_; '---' } | Set-Content "$folder/networks.yaml"
    Copy-Item "$Root/examples/site/nodes-rack*.yaml" "$folder/main"
    Get-ChildItem "$folder/site/*.yaml" | ForEach-Object { Get-Content $_; '---' } | Set-Content "$folder/design.yaml"
    Copy-Item "$folder/design.yaml" "$folder/site[1].yaml"
    "#!/bin/bash`n# --- Start MAAS 1.0 script metadata ---`n# name: burn-in`n# script_type: testing`n# --- End MAAS 1.0 script metadata ---`ntrue" |
        Set-Content "$folder/scripts/burn-in.sh"
    "#!/bin/bash`n# --- Start MAAS 1.0 script metadata ---`n# name: raid-setup`n# script_type: commissioning`n# --- End MAAS 1.0 script metadata ---`ntrue" |
        Set-Content "$folder/raid-setup.sh"
    '{"filter_set_type": "union", "filter_set": [{"filter_type": "union", "node_names": ["control01"]}]}' | Set-Content "$folder/filter.json"
    "Name,MacAddress`nextra01,52:54:00:bb:00:01" | Set-Content "$folder/machines.csv"
    "Hostname`nworker01`nworker02" | Set-Content "$folder/hosts.csv"
    "Name,Bmc,Mac,Address`npier1,10.90.0.21,52:54:00:90:00:21,10.92.0.21`npier2,10.90.0.22,52:54:00:90:00:22,10.92.0.22" | Set-Content "$folder/pier.csv"
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIG7UKyKIHmq3ZOjxDvajsHvTKB6RKtBKogORtiuvTqGi operator@pier.example.net' | Set-Content "$folder/operators.pub"
    '$site | Set-MaasSiteNetwork | Out-Null' | Set-Content "$folder/my-runbook.ps1"

    $site = Import-DrydockDesign "$folder/site"
    # Kept for all examples, since journals name it; below the ports that systems hand out, so that nobody is given it between two of them.
    $maas = $null
    while (-not $maas) {
        $port = Get-Random -Minimum 20000 -Maximum 30000
        $maas = Start-MaasSimulator -Design $site -Speed 6000 -Port $port -ErrorAction Ignore
    }
    $null = $maas | Connect-Maas
    $null = $site | Invoke-DrydockTask PrepareSite
    $null = $site | Set-MaasSiteNetwork -Space harbour
    $null = $site | Invoke-DrydockTask PrepareNodes -JournalPath "$folder/site.journal"
    foreach ($tag in 'precious', 'production', 'rack1', 'compute', 'gpu', 'rack-a', 'test', 'test-1') { $null = New-MaasTag $tag }
    foreach ($name in 'rack-a', 'east') { $null = Invoke-MaasApi zones/ -Method POST -Parameter @{ name = $name } }
    foreach ($name in 'gpu', 'metal') { $null = Invoke-MaasApi resourcepools/ -Method POST -Parameter @{ name = $name } }
    $null = Invoke-MaasApi domains/ -Method POST -Parameter @{ name = 'example.net' }
    $null = Invoke-MaasApi dnsresources/ -Method POST -Parameter @{ fqdn = 'www.example.net'; ip_addresses = '10.62.0.200' }
    $null = $site | Set-MaasSiteScript -Path "$folder/scripts"
    $null = Add-MaasMachine node0001 -MacAddress 52:54:00:cc:00:01 -PowerType manual
    $maas | Save-MaasSimulator "$folder/commissioned.json"
    $null = $site | Get-DrydockNode | Set-MaasNodeNetwork | Set-MaasNodeStorage | Set-MaasNodePlatform
    $maas | Save-MaasSimulator "$folder/prepared.json"
    $null = $site | Invoke-DrydockTask DeployNodes -JournalPath "$folder/site.journal"
    $maas | Save-MaasSimulator "$folder/deployed.json"
    $maas | Stop-MaasSimulator

    # What a person would type.
    function Get-Credential { [pscredential]::new('admin', (ConvertTo-SecureString 'pw' -AsPlainText -Force)) }
    # What deploys machines finds them set up as designed, as at the end of the line of steps.
    $deploying = 'Invoke-MaasDeploy|Invoke-DrydockTask|Set-MaasSimulatorFault|Stop-MaasOperation'
    $preparing = 'Invoke-MaasCommission|Add-Maas|Set-MaasNode|Test-MaasNodeStorage'
    # Examples that show what goes wrong, and one that asks for images that the simulator does not offer.
    $mishaps = @{
        'Set-MaasSimulatorFault Example 1' = 'DeployFailed'
        'Set-MaasSiteBootMedia Example 3' = 'BadRequest'
        'Start-MaasSimulator Example 6' = 'PermissionDenied'
    }
    $before = Get-Location
}

AfterAll {
    Set-Location $before
    Stop-MaasSimulator -All
    Remove-Item $folder -Recurse -Force
}

Describe 'An example of a help page works as it stands' {
    It '<page>, <example>' -ForEach $examples {
        $state = switch -Regex ($page) { $deploying { 'prepared' } $preparing { 'commissioned' } default { 'deployed' } }
        $maas = Start-MaasSimulator -State "$folder/$state.json" -Speed 6000 -Port $port
        $session = $maas | Connect-Maas
        $nodes = $site | Get-DrydockNode
        $old, $new = (Import-DrydockDesign "$folder/main"), (Import-DrydockDesign "$folder/change")
        Set-Location $folder
        try {
            $output = & {
                $ErrorActionPreference = 'Continue'
                $ConfirmPreference = 'None'
                # All of it but the port, which a MAAS of one's own may have.
                . ([scriptblock]::Create(($code -replace '-Port \d+', '-Port 0')))
            } 2>&1 3>$null
            $wrong = @($output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            $expected = $mishaps["$page $example"]
            @($wrong | Where-Object { -not $expected -or $_.FullyQualifiedErrorId -notlike "$expected,*" }) | Should -BeNullOrEmpty
        }
        finally {
            Stop-MaasSimulator -All
        }
    }
}

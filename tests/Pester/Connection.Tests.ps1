BeforeAll {
    . $PSScriptRoot/Common.ps1
    $simulator = Start-MaasSimulator -MachineCount 2
}

AfterAll {
    $simulator | Stop-MaasSimulator
}

Describe 'Connect-Maas' {
    AfterEach { if (Get-MaasConnection) { Disconnect-Maas } }

    It 'takes the address in any form: <_>' -ForEach @('', '/', '/MAAS', '/MAAS/', '/MAAS/api/2.0/') {
        $port = ([uri]$simulator.Url).Port
        $session = Connect-Maas "http://127.0.0.1:$port$_" -ApiKey $simulator.ApiKey
        $session.User.IsSuperuser | Should -BeTrue
        (Get-MaasConnection).Url | Should -Be $simulator.Url
    }

    It 'takes the key as a secure string' {
        $key = ConvertTo-SecureString $simulator.ApiKey -AsPlainText -Force
        (Connect-Maas $simulator.Url -ApiKey $key).User.Username | Should -Not -BeNullOrEmpty
    }

    It 'tells a wrong key from a wrong port' {
        $wrongKey = { Connect-Maas $simulator.Url -ApiKey 'a:b:c' -ErrorAction Stop } | Should -Throw -PassThru
        $wrongKey.FullyQualifiedErrorId | Should -BeLike 'AuthenticationFailed*'
        $wrongPort = { Connect-Maas 'http://127.0.0.1:9/MAAS' -ApiKey $simulator.ApiKey -ErrorAction Stop } | Should -Throw -PassThru
        $wrongPort.FullyQualifiedErrorId | Should -BeLike 'ConnectionFailed*'
    }

    It 'shows the key nowhere' {
        $secret = ($simulator.ApiKey -split ':')[2]
        $text = Connect-Maas $simulator.Url -ApiKey $simulator.ApiKey -Verbose 4>&1 | Format-List * | Out-String
        $text | Should -Not -Match ([regex]::Escape($secret))
    }
}

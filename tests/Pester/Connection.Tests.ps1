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

Describe 'The way to a MAAS' {
    BeforeAll {
        if (-not ('Drydock.Maas.Testing.FixedServer' -as [type])) { Add-Type -Path $PSScriptRoot/FixedServer.cs }
        $server = [Drydock.Maas.Testing.FixedServer]::new(@{ '*' = @(404, 'text/plain', 'Not Found') })
    }

    AfterAll {
        $server.Dispose()
        Disconnect-Maas
    }

    It 'goes through the proxy that is named, and through none that is not' {
        $session = Connect-Maas http://maas.invalid:5240/MAAS -ApiKey a:b:c -Proxy "127.0.0.1:$($server.Port)" -WarningAction Ignore
        $session.Version.Version | Should -Be '3.4.10'
        $server.LastRequest | Should -Match '^GET http://maas.invalid:5240/MAAS/api/2.0/users/'
        { Connect-Maas http://maas.invalid:5240/MAAS -ApiKey a:b:c -NoProxy -WarningAction Ignore } | Should -Throw -ErrorId 'ConnectionFailed*'
    }

    It 'asks no proxy of the environment for this machine' {
        $run = "Import-Module '$Manifest'; `$m = Start-MaasSimulator; (`$m | Connect-Maas).Version.Version; (Connect-Maas ""http://localhost:`$(`$m.Url.Port)"" -ApiKey `$m.ApiKey).Version.Version"
        $before = $server.Requests
        $env:http_proxy = $env:HTTP_PROXY = $env:ALL_PROXY = "http://127.0.0.1:$($server.Port)"
        try {
            $shown = Start-Job -ScriptBlock ([scriptblock]::Create($run)) | Receive-Job -Wait -AutoRemoveJob
        }
        finally { Remove-Item Env:http_proxy, Env:HTTP_PROXY, Env:ALL_PROXY -ErrorAction Ignore }
        @($shown) | Should -HaveCount 2
        $server.Requests | Should -Be $before
    }

    It 'tells what a proxy says as the proxy''s' {
        $proxy = [Drydock.Maas.Testing.FixedServer]::new(@{
                '/version/' = @(403, 'text/html', '<html><title>Blocked by policy</title></html>'); '*' = @(404, 'text/plain', '')
            })
        try {
            { Connect-Maas http://maas.invalid/MAAS -ApiKey a:b:c -Proxy "http://joe:hunter2x9@127.0.0.1:$($proxy.Port)" -WarningAction Ignore } |
                Should -Throw -ErrorId 'ProxyRefused*' -ExpectedMessage '*Blocked by policy*-NoProxy*'
            $Error[0] | Format-List * -Force | Out-String | Should -Not -Match 'hunter2x9'
        }
        finally { $proxy.Dispose() }
    }

    It 'refuses a proxy that is none: <_>' -ForEach 'ftp://127.0.0.1:1', 'http://', ':' {
        { Connect-Maas http://127.0.0.1:1 -ApiKey a:b:c -Proxy $_ } | Should -Throw -ErrorId 'InvalidProxy*'
        { Connect-Maas http://127.0.0.1:1 -ApiKey a:b:c -Proxy $_ -NoProxy } | Should -Throw -ErrorId 'InvalidProxy*'
    }

    It 'https to a port without TLS is told at once' {
        $started = Get-Date
        { Connect-Maas "https://127.0.0.1:$($server.Port)/MAAS" -ApiKey a:b:c } |
            Should -Throw -ErrorId 'WrongScheme*' -ExpectedMessage "*http://127.0.0.1:$($server.Port)/MAAS*5443*"
        (Get-Date) - $started | Should -BeLessThan ([timespan]::FromSeconds(6))
    }
}

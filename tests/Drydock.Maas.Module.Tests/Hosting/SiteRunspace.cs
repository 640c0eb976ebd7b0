namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>A runspace with a design in $site, a simulator of it in $maas, and a connection.</summary>
internal sealed class SiteRunspace : IDisposable
{
    public const string Line =
        "Invoke-MaasCommission | Set-MaasNodeNetwork | Set-MaasNodeStorage | Set-MaasNodePlatform | Invoke-MaasDeploy";

    // Measures nothing: only what hangs takes so long, also on a machine that does much else.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public SiteRunspace(string? design = null, double speed = 6000)
    {
        Module = new ModuleRunspace();
        Module.Run(
            "$global:site = Import-DrydockDesign $args[0]; $global:maas = Start-MaasSimulator -Design $site -Speed $args[1]; "
                + "$maas | Connect-Maas | Out-Null",
            design ?? BuiltModule.ExampleSite, speed)
            .Verify();
    }

    public ModuleRunspace Module { get; }

    public IReadOnlyList<string> Requests => Run("$maas.Requests").Verify().Texts;

    public IReadOnlyList<string> Writes => [.. Requests.Where(r => !r.StartsWith("GET", StringComparison.Ordinal))];

    public ScriptOutcome Run(string script, params object?[] arguments) => Module.Run(script, arguments);

    /// <summary>Another user, who is no administrator, takes a Ready machine.</summary>
    public void AllocateToAnother(string hostname) => Run(
        """
        $key = $maas.GetType().GetField('_simulator', 'NonPublic,Instance').GetValue($maas).UserApiKey -split ':'
        $oauth = ('OAuth oauth_version="1.0", oauth_signature_method="PLAINTEXT", oauth_nonce="{0}", oauth_timestamp="{1}", ' +
            'oauth_consumer_key="{2}", oauth_token="{3}", oauth_signature="%26{4}"') -f
            [guid]::NewGuid(), [DateTimeOffset]::UtcNow.ToUnixTimeSeconds(), $key[0], $key[1], $key[2]
        $client = [System.Net.Http.HttpClient]::new()
        $client.DefaultRequestHeaders.TryAddWithoutValidation('Authorization', $oauth) | Out-Null
        $form = [System.Net.Http.StringContent]::new("name=$($args[0])", $null, 'application/x-www-form-urlencoded')
        $answer = $client.PostAsync("$($maas.Url)/api/2.0/machines/?op=allocate", $form).Result
        if (-not $answer.IsSuccessStatusCode) { throw $answer.Content.ReadAsStringAsync().Result }
        """,
        hostname).Verify();

    /// <summary>Waits until the simulator has been asked for something; the runspace must be free.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!condition())
            await tick.WaitForNextTickAsync(patience.Token);
    }

    public void Dispose()
    {
        Module.Run("Disconnect-Maas; Stop-MaasSimulator $maas");
        Module.Dispose();
    }
}

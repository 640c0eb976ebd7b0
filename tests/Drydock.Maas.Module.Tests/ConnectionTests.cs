using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Connecting, and every way it goes wrong.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly ModuleRunspace _runspace = new();

    public void Dispose()
    {
        _runspace.Run("if ($m) { Stop-MaasSimulator $m }");
        _runspace.Dispose();
    }

    [Theory]
    [InlineData("Get-MaasMachine")]
    [InlineData("Import-DrydockDesign $args[0] | Set-MaasSiteNetwork")]
    [InlineData("Import-DrydockDesign $args[0] | Get-DrydockNode | Invoke-MaasDeploy")]
    public void Without_a_connection_the_error_names_Connect_Maas(string command)
    {
        var outcome = _runspace.Run(command, BuiltModule.ExampleSite);
        Assert.Equal("NotConnected", outcome.ErrorId);
        Assert.Contains("Connect-Maas", outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://{0}")]
    [InlineData("http://{0}/MAAS")]
    [InlineData("http://{0}/MAAS/")]
    [InlineData("http://{0}/MAAS/api/2.0/")]
    [InlineData(" http://{0}/MAAS/r/machines ")]
    public void The_address_may_be_pasted_in_any_form(string form)
    {
        var outcome = _runspace.Run("$global:m = Start-MaasSimulator; Connect-Maas ($args[0] -f $m.Url.Authority) -ApiKey $m.ApiKey", form)
            .Verify();
        Assert.EndsWith("/MAAS", Assert.Single(outcome.Column("Url"))!.TrimEnd('/'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-Maas http://127.0.0.1:1 -ApiKey a:b:c", "ConnectionFailed")]
    [InlineData("Connect-Maas 'http://exa mple' -ApiKey a:b:c", "InvalidUrl")]
    [InlineData("Connect-Maas ftp://127.0.0.1 -ApiKey a:b:c", "InvalidUrl")]
    [InlineData("$global:m = Start-MaasSimulator; Connect-Maas $m.Url -ApiKey nonsense", "InvalidApiKey")]
    [InlineData("$global:m = Start-MaasSimulator; Connect-Maas $m.Url -ApiKey a:b:c", "AuthenticationFailed")]
    [InlineData("$global:m = Start-MaasSimulator; Connect-Maas $m.Url -ApiKey $m.ApiKey -CACertificatePath /no/such/file.pem",
        "CertificateFileInvalid")]
    public void A_fault_has_an_id_of_its_own(string script, string expected) => Assert.Equal(expected, _runspace.Run(script).ErrorId);

    [Theory]
    [InlineData(200, "text/html", "<html><body>Welcome to nginx!</body></html>")]
    [InlineData(404, "text/html", "<html><body>Not Found</body></html>")]
    [InlineData(200, "application/json", "{\"hello\": 1}")]
    public void Another_server_is_recognised(int status, string contentType, string body)
    {
        using var server = new OddServer(status, contentType, body);
        var outcome = _runspace.Run("Connect-Maas $args[0] -ApiKey a:b:c", server.Url);
        Assert.Equal("NotMaas", outcome.ErrorId);
        Assert.DoesNotContain("<html>", outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_old_a_version_is_refused()
    {
        using var server = new OddServer(200, "application/json", """{"version": "2.4.2", "subversion": "", "capabilities": []}""");
        Assert.Equal("UnsupportedVersion", _runspace.Run("Connect-Maas $args[0] -ApiKey a:b:c", server.Url).ErrorId);
    }

    [Fact]
    public void A_closed_session_is_told_apart_from_none()
    {
        var outcome = _runspace.Run(
            "$s = ($global:m = Start-MaasSimulator) | Connect-Maas; $s | Disconnect-Maas; Get-MaasMachine -Session $s");
        Assert.Equal("SessionClosed", outcome.ErrorId);
    }

    [Fact]
    public void Skipping_the_certificate_check_warns()
    {
        var outcome = _runspace.Run("$global:m = Start-MaasSimulator; Connect-Maas $m.Url -ApiKey $m.ApiKey -SkipCertificateCheck")
            .Verify();
        Assert.Contains("not checked", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_fills_in_what_is_left_out()
    {
        _runspace.Run("$global:m = Start-MaasSimulator").Verify();
        var outcome = _runspace.Run(
            "$env:MAAS_URL = $m.Url; $env:MAAS_APIKEY = $m.ApiKey; try { Connect-Maas } finally { $env:MAAS_URL = "
                + "$null; $env:MAAS_APIKEY = $null }");
        Assert.Single(outcome.Verify().Output);
    }
}

using System.Security.Cryptography.X509Certificates;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

public sealed class CertificateTests : IDisposable
{
    private const string Version =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 21\r\nConnection: close\r\n\r\n{\"version\": \"3.4.10\"}";

    private readonly string _file = Path.GetTempFileName();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_not_trusted()
    {
        using var certificate = Certificates.ForLoopback();
        await using var server = new RawServer(Version, certificate);

        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(To(server)));

        Assert.Equal("CertificateNotTrusted", error.ErrorId);
        Assert.Contains("-CACertificatePath", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task A_certificate_is_trusted_by_the_file_of_its_authority()
    {
        using var certificate = Certificates.ForLoopback();
        await using var server = new RawServer(Version, certificate);

        Assert.Null(await Failing.ReadAsync(To(server, Save(certificate))));
    }

    [Fact]
    public async Task Another_authority_in_the_file_does_not_help()
    {
        using var certificate = Certificates.ForLoopback();
        using var other = Certificates.ForLoopback();
        await using var server = new RawServer(Version, certificate);

        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(To(server, Save(other))));

        Assert.Equal("CertificateNotTrusted", error.ErrorId);
    }

    [Fact]
    public async Task A_trusted_certificate_of_another_host_is_not_trusted()
    {
        using var certificate = Certificates.ForHost("other.example.com");
        await using var server = new RawServer(Version, certificate);

        var error = Assert.IsType<MaasConnectionException>(await Failing.ReadAsync(To(server, Save(certificate))));

        Assert.Equal("CertificateNotTrusted", error.ErrorId);
        Assert.EndsWith("is for another name: other.example.com. Connect by a name it is for.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_certificate_is_told_apart()
    {
        using var expired = Certificates.ForLoopback(until: DateTimeOffset.UtcNow.AddHours(-1));
        await using var old = new RawServer(Version, expired);
        using var other = Certificates.ForHost("other.example.com");
        await using var misnamed = new RawServer(Version, other);

        var (late, both) = (await Failing.ReadAsync(To(old, Save(expired))), await Failing.ReadAsync(To(misnamed)));

        Assert.Contains("has expired on", late!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-CACertificatePath", late.Message, StringComparison.Ordinal);
        Assert.Contains("other.example.com", both!.Message, StringComparison.Ordinal);
        Assert.Contains("-CACertificatePath", both.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_certificate_is_taken_when_the_check_is_skipped()
    {
        using var certificate = Certificates.ForHost("other.example.com");
        await using var server = new RawServer(Version, certificate);

        var options = new MaasConnectionOptions { Url = server.Url, ApiKey = Clients.ApiKey, SkipCertificateCheck = true };

        Assert.Null(await Failing.ReadAsync(options));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_write_refused_for_its_certificate_did_not_happen()
    {
        using var certificate = Certificates.ForLoopback();
        await using var server = new RawServer(Version, certificate);
        using var client = Clients.Unverified(null, To(server));

        var error = await Assert.ThrowsAsync<MaasConnectionException>(() => client.Fabrics.CreateAsync("oob", Cancel));

        Assert.Equal("CertificateNotTrusted", error.ErrorId);
        Assert.False(error.WriteMayHaveHappened);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void A_file_without_certificates_is_named(string content)
    {
        File.WriteAllText(_file, content);

        var error = Assert.Throws<MaasConnectionException>(() => CertificateTrust.Read(_file));

        Assert.Equal("CertificateFileInvalid", error.ErrorId);
        Assert.Contains(_file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<MaasConnectionException>(() => CertificateTrust.Read(_file + ".missing"));

        Assert.Equal("CertificateFileInvalid", error.ErrorId);
    }

    private static MaasConnectionOptions To(RawServer server, string? authorities = null) =>
        new() { Url = server.Url, ApiKey = Clients.ApiKey, CaCertificatePath = authorities };

    private string Save(X509Certificate2 certificate)
    {
        File.WriteAllText(_file, certificate.ExportCertificatePem());
        return _file;
    }
}

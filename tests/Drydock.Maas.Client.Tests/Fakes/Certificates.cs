using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Drydock.Maas.Client.Tests.Fakes;

/// <summary>Self-signed certificates.</summary>
internal static class Certificates
{
    public static X509Certificate2 ForLoopback(DateTimeOffset? until = null) =>
        Create(names => names.AddIpAddress(IPAddress.Loopback), until ?? DateTimeOffset.UtcNow.AddDays(1));

    public static X509Certificate2 ForHost(string host) => Create(names => names.AddDnsName(host), DateTimeOffset.UtcNow.AddDays(1));

    private static X509Certificate2 Create(Action<SubjectAlternativeNameBuilder> add, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        add(names);
        var request = new CertificateRequest("CN=maas test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var created = request.CreateSelfSigned(now.AddDays(-1), until);
        // Windows serves only keys that were imported.
        return X509CertificateLoader.LoadPkcs12(created.Export(X509ContentType.Pkcs12), null);
    }
}

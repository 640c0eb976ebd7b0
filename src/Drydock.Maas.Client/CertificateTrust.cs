using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Drydock.Maas.Client;

/// <summary>Trusts what the system trusts and, beside it, the authorities of a file.</summary>
internal sealed class CertificateTrust
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2Collection _authorities = [];

    private CertificateTrust()
    {
    }

    public static CertificateTrust Read(string path)
    {
        var trust = new CertificateTrust();
        try
        {
            trust._authorities.ImportFromPemFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new MaasConnectionException("CertificateFileInvalid", $"The certificate file {path} cannot be read: {e.Message}", e);
        }

        return trust._authorities.Count > 0
            ? trust
            : throw new MaasConnectionException("CertificateFileInvalid", $"The certificate file {path} holds no certificate in PEM form.");
    }

    /// <summary>Only an unknown authority is forgiven: another host's certificate stays wrong.</summary>
    public bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors)
            return errors == SslPolicyErrors.None;
        return certificate is X509Certificate2 server && Leads(server, chain);
    }

    private bool Leads(X509Certificate2 server, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        if (sent is not null)
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        return chain.Build(server);
    }
}

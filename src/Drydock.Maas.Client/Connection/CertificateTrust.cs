using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Drydock.Maas.Client.Connection;

/// <summary>Trusts what the system trusts and, beside it, the authorities of a file; says what is wrong with what it does not trust.</summary>
internal sealed class CertificateTrust
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2Collection _authorities = [];

    private CertificateTrust(bool trustsAny) => TrustsAny = trustsAny;

    /// <summary>What the system trusts, and nothing else.</summary>
    public static CertificateTrust SystemOnly => new(trustsAny: false);

    /// <summary>What the operator asks for by name, and is warned about.</summary>
    public static CertificateTrust Any => new(trustsAny: true);

    /// <summary>Why the last certificate was refused, as a sentence after the server's name; null when none was.</summary>
    public string? Refusal { get; private set; }

    private bool TrustsAny { get; }

    public static CertificateTrust Read(string path)
    {
        var trust = SystemOnly;
        try
        {
            trust._authorities.ImportFromPemFile(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new MaasConnectionException(ErrorIds.CertificateFileInvalid, $"The certificate file {path} cannot be read: {e.Message}", e);
        }

        return trust._authorities.Count > 0
            ? trust
            : throw new MaasConnectionException(ErrorIds.CertificateFileInvalid, $"The certificate file {path} holds no certificate in PEM form.");
    }

    /// <summary>Only an unknown authority is forgiven: another host's certificate stays wrong.</summary>
    public bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (TrustsAny || errors == SslPolicyErrors.None)
            return true;
        if (certificate is not X509Certificate2 server)
        {
            Refusal = "is missing.";
            return false;
        }

        var status = errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? Judge(server, chain) : X509ChainStatusFlags.NoError;
        var isMisnamed = errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
        if (!isMisnamed && status == X509ChainStatusFlags.NoError)
            return true;
        Refusal = string.Join(" And it ", new[] { isMisnamed ? Misnamed(server) : null, Untrusted(server, status) }.OfType<string>());
        return false;
    }

    private static string Misnamed(X509Certificate2 server)
    {
        var names = server.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(a => a.ToString())))
            .ToList();
        var own = names.Count > 0 ? string.Join(", ", names) : server.GetNameInfo(X509NameType.DnsName, forIssuer: false);
        return $"is for another name: {own}. Connect by a name it is for.";
    }

    private static string? Untrusted(X509Certificate2 server, X509ChainStatusFlags status)
    {
        string Date(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        if (status == X509ChainStatusFlags.NoError)
            return null;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid) && server.NotAfter < DateTime.Now)
            return $"has expired on {Date(server.NotAfter)}.";
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid) && server.NotBefore > DateTime.Now)
            return $"is not valid before {Date(server.NotBefore)}: see whether this machine's clock is right.";
        return status.HasFlag(X509ChainStatusFlags.UntrustedRoot) || status.HasFlag(X509ChainStatusFlags.PartialChain)
            ? $"is of an authority that is not trusted here ({server.Issuer}). Name its certificate with -CACertificatePath."
            : $"is not trusted ({status}). Name its authority with -CACertificatePath, or correct the certificate.";
    }

    private X509ChainStatusFlags Judge(X509Certificate2 server, X509Chain? sent)
    {
        if (_authorities.Count == 0)
            return GetStatus(sent);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        if (sent is not null)
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        return chain.Build(server) ? X509ChainStatusFlags.NoError : GetStatus(chain);
    }

    private static X509ChainStatusFlags GetStatus(X509Chain? chain) =>
        chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) is { } status and not X509ChainStatusFlags.NoError
            ? status
            : X509ChainStatusFlags.PartialChain;
}

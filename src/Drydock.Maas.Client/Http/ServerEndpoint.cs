using Drydock.Maas.Client.Connection;
using Drydock.Maas.Security;

namespace Drydock.Maas.Client.Http;

/// <summary>The address of a MAAS, with what stands between it and this machine.</summary>
/// <param name="Url">The address.</param>
/// <param name="Proxy">The proxy on the way; null when there is none.</param>
/// <param name="Trust">The judge of certificates.</param>
/// <param name="Redactor">What every text about a request goes through before it leaves the client.</param>
internal sealed record ServerEndpoint(Uri Url, Uri? Proxy, CertificateTrust Trust, SecretRedactor Redactor)
{
    /// <summary>What to do about a proxy that does not let requests through.</summary>
    public const string ProxyAdvice = "Connect with -NoProxy, or name the right one with -Proxy and -ProxyCredential.";

    /// <summary>Scheme, host and port of the MAAS.</summary>
    public string Root => Url.GetLeftPart(UriPartial.Authority);

    /// <summary>Who answers where no MAAS does, for a message: a gateway, or the proxy that is known.</summary>
    public string Gateway => Proxy is null ? "A gateway before MAAS" : $"The proxy {ProxyName}";

    /// <summary>The proxy's address, without user and password.</summary>
    public string ProxyName => Proxy is null ? "" : UrlCredential.Hide(Proxy.GetLeftPart(UriPartial.Authority));
}

using Drydock.Maas.Security;

namespace Drydock.Maas.Client.Connection;

/// <summary>Address, key, certificates and proxy of a connection. Its text form never shows the key.</summary>
public sealed class MaasConnectionOptions
{
    /// <summary>The server's address in any form an operator pastes, see <see cref="MaasUrl"/>.</summary>
    public required string Url { get; init; }

    /// <summary>The API key, consumer:token:secret.</summary>
    public required string ApiKey { get; init; }

    /// <summary>A file with certificates (PEM) of authorities to trust beside the system's.</summary>
    public string? CaCertificatePath { get; init; }

    /// <summary>Whether any certificate is accepted.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>The proxy to go through; null for none. That of the environment unless set.</summary>
    public OutboundProxy? Proxy { get; init; } = OutboundProxy.OfEnvironment;

    /// <summary>Whether a user who is not an administrator is refused.</summary>
    public bool RequireAdministrator { get; init; } = true;

    /// <summary>How long one request may take in all; long, since an unfiltered list of a large site passes a minute.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many bytes an answer may have that is held in memory; a list of machines that is read while it comes has no bound.
    /// </summary>
    public long LongestBody { get; init; } = 512L * 1024 * 1024;

    /// <summary>The clock retries wait by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The address, without user and password.</summary>
    public override string ToString() => UrlCredential.Hide(Url);
}

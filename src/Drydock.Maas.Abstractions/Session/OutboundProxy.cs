using System.Net;
using Drydock.Maas.Security;

namespace Drydock.Maas.Session;

/// <summary>The proxy that requests go through: the one that was named, or that of the environment, which never stands before this machine itself.</summary>
public sealed class OutboundProxy : IWebProxy
{
    private readonly IWebProxy? _environment;
    private readonly Uri? _named;

    private OutboundProxy(IWebProxy? environment, Uri? named, ICredentials? credentials)
    {
        (_environment, _named) = (environment, named);
        Credentials = credentials;
    }

    /// <summary>That of the environment (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY) or of the system; none for loopback.</summary>
    public static OutboundProxy OfEnvironment { get; } = new(HttpClient.DefaultProxy, null, HttpClient.DefaultProxy.Credentials);

    /// <summary>The proxy named, for every address.</summary>
    /// <param name="address">Its address; user and password may stand in it.</param>
    /// <param name="credential">User and password for it; those of its address when null.</param>
    public static OutboundProxy At(Uri address, NetworkCredential? credential)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(null, UrlCredential.Strip(address), credential ?? GetCredential(address));
    }

    /// <summary>User and password that the proxy wants.</summary>
    public ICredentials? Credentials { get; set; }

    /// <summary>The proxy for an address; null when it is reached without one.</summary>
    /// <param name="destination">Where the request is to go.</param>
    public Uri? GetProxy(Uri destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (_named is not null)
            return _named;
        return destination.IsLoopback || _environment!.IsBypassed(destination) ? null : _environment.GetProxy(destination);
    }

    /// <summary>Whether an address is reached without a proxy.</summary>
    /// <param name="host">Where the request is to go.</param>
    public bool IsBypassed(Uri host) => GetProxy(host) is null;

    private static NetworkCredential? GetCredential(Uri address)
    {
        var parts = Uri.UnescapeDataString(address.UserInfo).Split(':', 2);
        return address.UserInfo.Length == 0 ? null : new(parts[0], parts.Length > 1 ? parts[1] : "");
    }
}

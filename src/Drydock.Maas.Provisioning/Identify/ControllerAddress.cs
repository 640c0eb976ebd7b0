using System.Net;

namespace Drydock.Maas.Provisioning.Identify;

/// <summary>Addresses of management controllers, however they are written: MAAS keeps those of Redfish as URLs too.</summary>
internal static class ControllerAddress
{
    /// <summary>The bare address or host name, by which two writings are compared.</summary>
    public static string Normalize(string address)
    {
        var host = address.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(address, UriKind.Absolute, out var url)
            ? url.Host
            : address.Trim();
        return IPAddress.TryParse(host.Trim('[', ']'), out var ip) ? ip.ToString() : host;
    }
}

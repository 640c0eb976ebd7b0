using System.Security.Cryptography;
using System.Text;

namespace Drydock.Maas.Design.Export;

/// <summary>A digest of an effective design: equal for designs that ask for the same. Passwords and credentials take no part.</summary>
public static class DesignFingerprint
{
    /// <summary>The digest, in hexadecimal digits.</summary>
    public static string Compute(SiteDesign site)
    {
        var text = DesignExporter.ToText(site, new ExportOptions { Format = ExportFormat.Json });
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

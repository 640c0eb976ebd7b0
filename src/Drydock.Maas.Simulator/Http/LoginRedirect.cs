using System.Net;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Sends who asks for a page beside the API to the login page, as MAAS does with all who have no session.</summary>
internal static class LoginRedirect
{
    private const string Site = "/MAAS/";

    /// <summary>Roots of pages that are there with a slash at the end only.</summary>
    private static readonly string[] Roots = ["/MAAS/api", "/MAAS/api/1.0", "/MAAS/api/2.0", "/MAAS/api/version"];

    public static ApiResponse Answer(string path, VersionRules rules) => path switch
    {
        _ when !path.StartsWith(Site, StringComparison.Ordinal) => ApiResponse.Text(404, $"Unknown API endpoint: {path}."),
        "/MAAS/api/version/" => ApiResponse.BareText(200, "2.0"),
        _ when rules.AddsSlashBeforeLogin && Roots.Contains(path) => To(301, path + "/"),
        _ => To(302, $"{Site}?next={WebUtility.UrlEncode(path)}"),
    };

    private static ApiResponse To(int status, string address) =>
        new(status, ApiResponse.HtmlType) { Headers = ApiResponse.Header("Location", address) };
}

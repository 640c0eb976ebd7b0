using Drydock.Maas.Api;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client;

/// <summary>Opens connections and verifies at once what would otherwise fail later: address, version, credentials, admin right.</summary>
public static class MaasConnector
{
    /// <summary>Connects; two requests.</summary>
    /// <exception cref="MaasException">
    /// InvalidUrl, InvalidApiKey, ConnectionFailed, CertificateNotTrusted, RequestTimedOut, NotMaas, UnsupportedVersion,
    /// AuthenticationFailed, ClockSkew or NotAdministrator.
    /// </exception>
    public static Task<MaasSession> ConnectAsync(MaasConnectionOptions options, CancellationToken token) =>
        ConnectAsync(options, null, token);

    internal static async Task<MaasSession> ConnectAsync(
        MaasConnectionOptions options, HttpMessageHandler? handler, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(options);
        var url = MaasUrl.Normalize(options.Url);
        var client = new MaasClient(new MaasTransport(url, MaasApiKey.Parse(options.ApiKey), options, handler));
        try
        {
            var version = await GetVersionAsync(client, token).ConfigureAwait(false);
            var user = await client.WhoAmIAsync(token).ConfigureAwait(false);
            if (options.RequireAdministrator && !user.IsSuperuser && !client.Capabilities.GrantsRightsByGroup)
            {
                throw new MaasException(
                    ErrorIds.NotAdministrator, $"User {user.Username} is not an administrator of {url}; "
                        + "provisioning needs an administrator's API key. "
                        + "Connect-Maas -SkipAdministratorCheck connects all the same, for what such a user may do.");
            }

            client.Establish();
            var session = new MaasSession(client, version, user, options.TimeProvider.GetUtcNow());
            client.Origin.Session = session;
            return session;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static async Task<MaasVersion> GetVersionAsync(MaasClient client, CancellationToken token)
    {
        MaasVersion version;
        try
        {
            version = await client.GetVersionAsync(token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode is 404 or 405 or 410 or 400)
        {
            throw new MaasConnectionException(ErrorIds.NotMaas, $"{client.Url} answers, but is not a MAAS with API 2.0: {e.Message}", e);
        }

        if (VersionNumber.Parse(version.Version) is not { } number)
            throw new MaasConnectionException(ErrorIds.NotMaas, $"{client.Url} answers, but does not say a version as a MAAS does.");
        if (number < MaasCapabilities.OldestVersion)
            throw new MaasException(ErrorIds.UnsupportedVersion, $"{client.Url} is MAAS {version.Version}; {MaasCapabilities.OldestVersion} or later is needed.");
        return version;
    }
}

using System.Globalization;
using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Site.Services;

/// <summary>Looks whether a MAAS is able to provision: what Drydock's ValidateNodeServices looks at, and more.</summary>
public static class ServiceChecks
{
    // OAuth in MAAS lets a time stamp be five minutes old.
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(5);
    private const string CommissioningSeries = "commissioning_distro_series";
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(30);

    /// <summary>Makes all checks; one that cannot be made has failed.</summary>
    /// <param name="client">The connection.</param>
    /// <param name="time">This machine's clock.</param>
    /// <param name="token">Ends the checks.</param>
    public static async Task<IReadOnlyList<ConnectionCheck>> RunAsync(IMaasClient client, TimeProvider time, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(time);
        var groups = await Task.WhenAll(
            TryAsync("Version", () => CheckVersionAsync(client, time, token)),
            TryAsync("Administrator", () => CheckUserAsync(client, token)),
            TryAsync("Images", () => CheckImagesAsync(client, token)),
            TryAsync("ImageImport", () => CheckImportAsync(client, token)),
            TryAsync("RackControllers", () => CheckRacksAsync(client, token))).ConfigureAwait(false);
        return [.. groups.SelectMany(g => g)];
    }

    private static async Task<IEnumerable<ConnectionCheck>> TryAsync(string name, Func<Task<IEnumerable<ConnectionCheck>>> check)
    {
        try
        {
            return await check().ConfigureAwait(false);
        }
        catch (MaasException e)
        {
            return [new(name, CheckStatus.Failed, e.Message)];
        }
    }

    private static async Task<IEnumerable<ConnectionCheck>> CheckVersionAsync(
        IMaasClient client, TimeProvider time, CancellationToken token)
    {
        var sent = time.GetUtcNow();
        var answer = await client.SendAsync(new RawRequest { Path = "version/" }, token).ConfigureAwait(false);
        var clock = Clock(answer.ServerTime, sent, time.GetUtcNow());
        return [new("Version", CheckStatus.Passed, $"MAAS {VersionIn(answer)} answers at {client.Url} with API 2.0."), clock];
    }

    private static string VersionIn(RawResponse answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.TryGetProperty("version", out var version) ? version.ToString() : "of an unknown version";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new MaasConnectionException(ErrorIds.NotMaas, $"What answers is not a MAAS: {e.Message}", e);
        }
    }

    private static ConnectionCheck Clock(DateTimeOffset? server, DateTimeOffset sent, DateTimeOffset received)
    {
        if (server is not { } theirs)
            return new("Clock", CheckStatus.Warning, "The server does not tell its time.");
        // Dates are told in whole seconds.
        var skew = theirs < sent ? sent - theirs : theirs > received ? theirs - received : TimeSpan.Zero;
        skew = skew > TimeSpan.FromSeconds(1) ? skew - TimeSpan.FromSeconds(1) : TimeSpan.Zero;
        var text = string.Create(
            CultureInfo.InvariantCulture, $"The clocks of this machine and the server are {skew.TotalSeconds:0} s apart.");
        return new("Clock", skew >= MaxSkew ? CheckStatus.Failed : skew >= Noticeable ? CheckStatus.Warning : CheckStatus.Passed, text);
    }

    private static async Task<IEnumerable<ConnectionCheck>> CheckUserAsync(IMaasClient client, CancellationToken token)
    {
        var user = await client.WhoAmIAsync(token).ConfigureAwait(false);
        if (user.IsSuperuser)
            return [new("Administrator", CheckStatus.Passed, $"{user.Username} is an administrator.")];
        return client.Capabilities.GrantsRightsByGroup
            ? [new("Administrator", CheckStatus.Warning,
                $"{user.Username} is not an administrator; this MAAS gives rights by groups, and refuses what they do not allow.")]
            : [new("Administrator", CheckStatus.Failed,
                $"{user.Username} is not an administrator; provisioning needs an administrator's API key.")];
    }

    /// <summary>Some images are not enough: every machine is commissioned with one series, whatever is deployed.</summary>
    private static async Task<IEnumerable<ConnectionCheck>> CheckImagesAsync(IMaasClient client, CancellationToken token)
    {
        var images = await client.BootResources.ListAsync(token).ConfigureAwait(false);
        if (images.Count == 0)
            return [new("Images", CheckStatus.Failed, "MAAS has no boot resources. Import images first.")];
        var series = (await client.Configuration.GetAsync(CommissioningSeries, token).ConfigureAwait(false)).ToString();
        var offered = string.Create(CultureInfo.InvariantCulture, $"{images.Count} boot resources: {Names(images)}.");
        return new ImageCatalogue(images).Find($"{UbuntuReleases.Os}/{series}") is { HasKernels: true }
            ? [new("Images", CheckStatus.Passed, offered)]
            : [new("Images", CheckStatus.Failed, $"{offered} Machines are commissioned with {series}, which is not among them, so every commissioning fails. "
                + $"Import {UbuntuReleases.Os}/{series}, or set {CommissioningSeries} to a release that is there.")];
    }

    private static string Names(IReadOnlyList<BootResource> images) =>
        string.Join(", ", images.Select(i => i.Name).Distinct().Order(StringComparer.Ordinal));

    private static async Task<IEnumerable<ConnectionCheck>> CheckImportAsync(IMaasClient client, CancellationToken token) =>
        await client.BootResources.IsImportingAsync(token).ConfigureAwait(false)
            ? [new("ImageImport", CheckStatus.Failed, "MAAS is still importing boot resources. Wait until it has them.")]
            : [new("ImageImport", CheckStatus.Passed, "No import is running.")];

    private static async Task<IEnumerable<ConnectionCheck>> CheckRacksAsync(IMaasClient client, CancellationToken token) =>
        RackChecks.CheckAll(await client.RackControllers.ListAsync(token).ConfigureAwait(false));
}

using Drydock.Maas.Security;

namespace Drydock.Maas.Design.BootActions;

/// <summary>The address of an asset's content.</summary>
internal static class AssetLocation
{
    public const string UnsupportedScheme = ErrorIds.UnsupportedAssetLocation;

    /// <summary>A location that can be fetched.</summary>
    /// <exception cref="AssetException">Its scheme is Airship's own, or it is no URI.</exception>
    public static Uri Check(string location)
    {
        if (!Uri.TryCreate(location, UriKind.Absolute, out var uri) || !location.Contains(':', StringComparison.Ordinal))
            throw Invalid(ErrorIds.InvalidAssetLocation, $"\"{UrlCredential.Hide(location)}\" is no URI; write http://, https:// or file:///.");
        CheckScheme(location);
        return uri.IsFile && uri.IsUnc
            ? throw Invalid(ErrorIds.InvalidAssetLocation, $"\"{UrlCredential.Hide(location)}\" names a host; a file of this machine begins with file:///.")
            : uri;
    }

    /// <summary>Refuses a scheme that cannot be fetched; templates within the location are not looked at.</summary>
    public static void CheckScheme(string? location)
    {
        var end = location?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (end <= 0 || location!.AsSpan(0, end).Contains('{'))
            return;
        var scheme = location![..end].ToLowerInvariant();
        if (scheme.StartsWith("promenade+", StringComparison.Ordinal) || scheme.StartsWith("deckhand+", StringComparison.Ordinal))
        {
            throw Invalid(
                UnsupportedScheme,
                $"The scheme {scheme} asks a service of Airship, which is not there without Airship. "
                + "Put the content into data or behind http, "
                + "or deploy without the boot action (-SkipBootAction).");
        }

        if (scheme is not ("http" or "https" or "file"))
            throw Invalid(UnsupportedScheme, $"The scheme {scheme} is not supported; http, https and file are.");
    }

    private static AssetException Invalid(string id, string message) => new(id, "location", message);
}

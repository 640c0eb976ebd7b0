using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Reads the images that MAAS offers.</summary>
internal static class ImageCatalogueReader
{
    /// <summary>Reads the list, and of uploaded images that are named whether MAAS holds them whole: the list does not say that.</summary>
    /// <param name="client">boot-resources/.</param>
    /// <param name="images">Names of the images that matter.</param>
    /// <param name="token">Ends it.</param>
    public static async Task<ImageCatalogue> ReadImagesAsync(this IBootResourceClient client, IEnumerable<string> images, CancellationToken token) =>
        await client.CompleteImagesAsync(new(await client.ListAsync(token).ConfigureAwait(false)), images, token).ConfigureAwait(false);

    /// <summary>The catalogue with what the list does not say of these images; itself where there is nothing to ask.</summary>
    public static async Task<ImageCatalogue> CompleteImagesAsync(
        this IBootResourceClient client, ImageCatalogue catalogue, IEnumerable<string> images, CancellationToken token)
    {
        var open = catalogue.FindUnconfirmed(images);
        if (open.Count == 0)
            return catalogue;
        var whole = await Task.WhenAll(open.Select(r => client.GetAsync(r.Id, token))).ConfigureAwait(false);
        var byId = open.Zip(whole).ToDictionary(p => p.First.Id, p => p.First with { Sets = p.Second.Sets ?? new Dictionary<string, BootResourceSet>() });
        return new([.. catalogue.Resources.Select(r => byId.GetValueOrDefault(r.Id, r))]);
    }
}

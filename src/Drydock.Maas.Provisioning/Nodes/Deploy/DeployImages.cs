using System.Collections.Concurrent;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>Images and kernels that nodes are deployed with; the list is read once, an uploaded image once for all nodes that name it.</summary>
internal sealed class DeployImages
{
    private readonly IBootResourceClient _client;
    private readonly SharedRead<ImageCatalogue> _listed;
    private readonly ConcurrentDictionary<string, SharedRead<ImageCatalogue>> _byImage = new(StringComparer.Ordinal);

    public DeployImages(IBootResourceClient client)
    {
        _client = client;
        _listed = new(token => client.ReadImagesAsync([], token));
    }

    /// <summary>Forgets what was read.</summary>
    public void Forget()
    {
        _listed.Forget();
        _byImage.Clear();
    }

    /// <summary>Refuses a node whose image or kernel cannot be deployed on its machine.</summary>
    /// <exception cref="NodeException">ImageNotFound.</exception>
    public async Task RequireAsync(DrydockNode node, Machine machine, CancellationToken token)
    {
        if (node.Image is not { Length: > 0 } image)
            return;
        var catalogue = await _byImage.GetOrAdd(image, _ => new(ReadAsync)).GetAsync(token).ConfigureAwait(false);
        Require(catalogue, node, machine);

        async Task<ImageCatalogue> ReadAsync(CancellationToken stop) =>
            await _client.CompleteImagesAsync(await _listed.GetAsync(stop).ConfigureAwait(false), [image], stop).ConfigureAwait(false);
    }

    /// <summary>Refuses a node whose image or kernel a catalogue does not have for its machine's architecture.</summary>
    public static void Require(ImageCatalogue catalogue, DrydockNode node, Machine machine)
    {
        if (node.Image is not { Length: > 0 } image)
            return;
        if (catalogue.FindFault(image, node.Kernel, machine.MainArchitecture) is not { } fault)
            return;
        var offered = fault.Offered.Count == 0 ? "nothing" : string.Join(", ", fault.Offered);
        throw new NodeException(ErrorIds.ImageNotFound, fault.Kind switch
        {
            ImageFaultKind.NotOffered => $"MAAS does not offer image {image} of node {node.Name}; it offers {offered}. "
                + "Import it in MAAS or correct platform.image.",
            ImageFaultKind.OtherArchitecture => $"MAAS offers image {image} of node {node.Name} for {offered}, not for {machine.MainArchitecture}. "
                + "Import it in MAAS or correct platform.image.",
            ImageFaultKind.NotComplete => $"MAAS lists image {image} of node {node.Name}, but holds no complete upload of it: it was broken off, "
                + "goes on, or its checksum was wrong. Upload it again, or wait until it is there.",
            _ => $"MAAS does not offer kernel {node.Kernel} for image {image} on {machine.MainArchitecture} (node {node.Name}); it offers {offered}. "
                + "Import it in MAAS or correct platform.kernel.",
        });
    }
}

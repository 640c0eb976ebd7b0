namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>A small manifest repository with one site.</summary>
internal sealed class SiteRepositoryFolder : IDisposable
{
    public SiteRepositoryFolder()
    {
        Write("global/policy.yaml", """
            schema: deckhand/LayeringPolicy/v1
            metadata: {schema: metadata/Control/v1, name: policy}
            data: {layerOrder: [global, type, site]}
            """);
        Write("global/networks.yaml", """
            schema: drydock/Network/v1
            metadata:
              schema: metadata/Document/v1
              name: oam
              storagePolicy: cleartext
              layeringDefinition: {layer: global, abstract: false}
              substitutions:
                - src: {schema: pegleg/CommonAddresses/v1, name: addresses, path: .oam}
                  dest: {path: .cidr}
            data: {}
            """);
        Write("site/south/addresses.yaml", """
            schema: pegleg/CommonAddresses/v1
            metadata:
              schema: metadata/Document/v1
              name: addresses
              storagePolicy: cleartext
              layeringDefinition: {layer: site, abstract: false}
            data: {oam: 10.2.0.0/24}
            """);
        Write("site/south/region.yaml", """
            schema: drydock/Region/v1
            metadata:
              schema: metadata/Document/v1
              name: south
              storagePolicy: cleartext
              layeringDefinition: {layer: site, abstract: false}
            data: {}
            """);
        Write("site/south/site-definition.yaml", """
            schema: pegleg/SiteDefinition/v1
            metadata:
              schema: metadata/Document/v1
              name: south
              storagePolicy: cleartext
              layeringDefinition: {layer: site, abstract: false}
            data: {site_type: small}
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("drydock-maas-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }
}

using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Documents.Storage;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>Reader of HostProfile and BaremetalNode documents.</summary>
internal static class HostReader
{
    public static HostDocument Read(PropertyReader reader)
    {
        var platform = reader.Map("platform");
        var metadata = reader.Map("metadata");
        var oob = reader.TextMap("oob") ?? [];
        return new HostDocument(reader.Document)
        {
            HostProfile = reader.Text("host_profile"),
            HardwareProfile = reader.Text("hardware_profile"),
            PrimaryNetwork = reader.Text("primary_network"),
            OobType = oob.FirstOrDefault(p => p.Key == "type").Value,
            OobParameters = [.. oob.Where(p => p.Key != "type")],
            Image = platform?.Text("image"),
            Kernel = platform?.Text("kernel"),
            KernelParameters = platform?.TextMap("kernel_params") ?? [],
            Rack = metadata?.Text("rack"),
            BootMac = metadata?.Text("boot_mac"),
            OwnerData = metadata?.TextMap("owner_data") ?? [],
            Tags = metadata?.Texts("tags") ?? [],
            Interfaces = [.. reader.NamedMaps("interfaces").Select(i => ReadInterface(i.Name, i.Value))],
            Storage = StorageReader.Read(reader.Map("storage")),
            Addressing = reader.Document.Kind == "BaremetalNode" ? ReadAddressing(reader) : [],
        };
    }

    /// <summary>An interface set to null removes an inherited one, as the name with ! does.</summary>
    private static NodeInterface ReadInterface(string name, PropertyReader? reader)
    {
        if (reader is null)
            return new NodeInterface { Name = name.StartsWith('!') ? name : $"!{name}" };
        var sriov = reader.Map("sriov");
        return new NodeInterface
        {
            Name = name,
            NetworkLink = reader.Text("device_link"),
            Slaves = reader.Texts("slaves") ?? [],
            Networks = reader.Texts("networks") ?? [],
            Labels = reader.Labels("labels"),
            Sriov = sriov is null
                ? null
                : new SriovSettings { VirtualFunctionCount = sriov.Number("vf_count"), TrustedMode = sriov.Boolean("trustedmode") },
            Bridge = reader.Map("bridge") is { } bridge
                ? BridgeSettings.Written(bridge.Text("type"), bridge.Boolean("stp"), bridge.Number("forward_delay"))
                : null,
        };
    }

    private static List<NodeAddress> ReadAddressing(PropertyReader reader)
    {
        var addresses = reader.Maps("addressing").Select(a =>
        {
            var text = a.RequiredText("address");
            var isDhcp = text.Equals("dhcp", StringComparison.OrdinalIgnoreCase);
            return new NodeAddress
            {
                Network = a.RequiredText("network"),
                Type = isDhcp ? "dhcp" : "static",
                Address = isDhcp ? null : text,
            };
        }).ToList();
        if (reader.IsEmpty("addressing"))
            reader.Note(ErrorIds.PropertyMissing, "addressing", "A node needs at least one address.");
        return addresses;
    }
}

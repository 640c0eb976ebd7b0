using Drydock.Maas.Design.Documents;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Compile;

/// <summary>Makes a node of the effective site out of its document.</summary>
internal sealed class NodeCompiler(
    ProfileChain profiles,
    IReadOnlyDictionary<string, HardwareProfile> hardware,
    IReadOnlyDictionary<string, Network> networks,
    List<DesignProblem> problems)
{
    /// <summary>The node, or null when it cannot be compiled, which is then noted.</summary>
    public DrydockNode? Compile(HostDocument document)
    {
        if (profiles.Resolve(document) is not { } host || FindHardware(document, host) is not { } profile)
            return null;
        var parameters = Resolve(document, host, profile);
        return new DrydockNode
        {
            Name = document.Name,
            Domain = host.PrimaryNetwork is { } primary && networks.GetValueOrDefault(primary)?.DnsDomain is { Length: > 0 } domain ? domain : "local",
            Rack = host.Rack,
            HostProfile = document.HostProfile,
            HardwareProfile = profile,
            BootMac = document.BootMac?.ToLowerInvariant(),
            Oob = Oob(host, document),
            PrimaryNetwork = host.PrimaryNetwork,
            Image = host.Image,
            Kernel = host.Kernel,
            KernelParameters = parameters,
            KernelParameterString = KernelParameters.Render(parameters),
            Tags = host.Tags,
            OwnerData = host.OwnerData.ToDictionary(StringComparer.Ordinal),
            Interfaces = host.Interfaces,
            Addressing = document.Addressing,
            StorageDevices = host.StorageDevices,
            VolumeGroups = host.VolumeGroups,
            Location = document.Document.Location,
        };
    }

    private HardwareProfile? FindHardware(HostDocument document, HostDocument host)
    {
        if (host.HardwareProfile is { } name && hardware.TryGetValue(name, out var profile))
            return profile;
        var what = host.HardwareProfile is null ? "has no hardware profile" : $"has hardware profile {host.HardwareProfile}, which no document defines";
        problems.Add(Problem("UnknownHardwareProfile", document, $"{document.Document} {what}.", "hardware_profile"));
        return null;
    }

    private List<KeyValuePair<string, string>> Resolve(HostDocument document, HostDocument host, HardwareProfile profile)
    {
        var resolved = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in host.KernelParameters)
        {
            if (KernelParameters.Resolve(value, profile) is { } text)
            {
                resolved.Add(new(name, text));
                continue;
            }

            problems.Add(Problem(
                "UnresolvedKernelParameter",
                document,
                $"Kernel parameter {name} of {document.Document} refers to {value}, which hardware profile {profile.Name} does not define.",
                "platform",
                "kernel_params",
                name));
        }

        return resolved;
    }

    private static OobSettings Oob(HostDocument host, HostDocument document)
    {
        var parameters = host.OobParameters.ToDictionary(StringComparer.Ordinal);
        var network = parameters.GetValueOrDefault("network");
        return new OobSettings
        {
            Type = host.OobType,
            Network = network,
            Address = document.Addressing.FirstOrDefault(a => a.Network == network)?.Address,
            Account = parameters.GetValueOrDefault("account"),
            Credential = parameters.GetValueOrDefault("credential"),
            LibvirtUri = parameters.GetValueOrDefault("libvirt_uri"),
            Parameters = parameters,
        };
    }

    /// <summary>Where the property stands if the document has it itself, or else the document.</summary>
    private static DocumentLocation Place(Document document, string[] path)
    {
        YamlNode? node = document.Data;
        foreach (var name in path)
            node = (node as YamlMap)?.Find(name);
        return node?.Location ?? document.Location;
    }

    private static DesignProblem Problem(string id, HostDocument document, string message, params string[] path) => new()
    {
        ErrorId = id,
        Message = message,
        Location = Place(document.Document, path),
        Document = document.Document.ToString(),
        Path = path.Aggregate(DocumentPath.Root, (parent, name) => parent.Member(name)).ToString(),
    };
}

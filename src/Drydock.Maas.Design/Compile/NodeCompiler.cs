using Drydock.Maas.Design.Documents;

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
            Domain = host.PrimaryNetwork is { } primary ? networks.GetValueOrDefault(primary)?.DnsDomain ?? "local" : "local",
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
        problems.Add(Problem("UnknownHardwareProfile", document, "hardware_profile", $"{document.Document} {what}."));
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
                "platform.kernel_params",
                $"Kernel parameter {name} of {document.Document} refers to {value}, which hardware profile {profile.Name} does not define."));
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

    private static DesignProblem Problem(string id, HostDocument document, string path, string message) => new()
    {
        ErrorId = id,
        Message = message,
        Location = document.Document.Location,
        Document = document.Document.ToString(),
        Path = $"{document.Document.Root}.{path}",
    };
}

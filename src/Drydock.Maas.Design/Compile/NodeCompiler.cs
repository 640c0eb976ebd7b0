using Drydock.Maas.Design.Documents.Hosts;
using Drydock.Maas.Design.Documents.Properties;

namespace Drydock.Maas.Design.Compile;

/// <summary>Makes a node of the effective site out of its document.</summary>
internal sealed class NodeCompiler(
    ProfileChain profiles,
    IReadOnlyDictionary<string, HardwareProfile> hardware,
    MissingProfiles missing,
    IReadOnlyDictionary<string, Network> networks,
    List<DesignProblem> problems)
{
    /// <summary>The node, or null when it cannot be compiled, which is then noted.</summary>
    public DrydockNode? Compile(HostDocument document)
    {
        if (profiles.Resolve(document) is not { } host || FindHardware(document, host) is not { } profile)
            return null;
        var parameters = Resolve(host, profile);
        return new DrydockNode
        {
            Name = document.Name,
            Domain = host.PrimaryNetwork is { } primary && networks.GetValueOrDefault(primary)?.DnsDomain is { Length: > 0 } domain
                ? domain : "local",
            Rack = host.Rack,
            HostProfile = document.HostProfile,
            HardwareProfile = profile,
            BootMac = document.BootMac is { } mac ? MacNumber.Normalize(mac) : null,
            Oob = Oob(host, document, problems),
            PrimaryNetwork = host.PrimaryNetwork,
            Image = host.Image,
            Kernel = host.Kernel,
            KernelParameters = parameters,
            KernelParameterString = KernelParameters.Render(parameters),
            Tags = host.Tags,
            OwnerData = host.OwnerData.ToDictionary(StringComparer.Ordinal),
            Interfaces = host.Interfaces,
            Addressing = document.Addressing,
            Storage = host.Storage,
            Location = document.Document.Location,
        };
    }

    private HardwareProfile? FindHardware(HostDocument document, HostDocument host)
    {
        if (host.HardwareProfile is { } name && hardware.TryGetValue(name, out var profile))
            return profile;
        if (host.HardwareProfile is not { } unknown)
        {
            missing.AddNoHardware(document.Document, [.. profiles.Ancestors(document).Select(p => p.Document)]);
            return null;
        }

        var writer = profiles.Ancestors(document).Prepend(document).First(d => d.HardwareProfile == unknown).Document;
        missing.AddHardware(unknown, document.Document, writer, writer.Data.Find("hardware_profile")?.Location ?? writer.Location);
        return null;
    }

    // What nothing answers goes on as it was written, as in Drydock; validation finds it.
    private static List<KeyValuePair<string, string>> Resolve(HostDocument host, HardwareProfile profile) =>
        [.. host.KernelParameters.Select(p => KeyValuePair.Create(p.Key, KernelParameters.Resolve(p.Value, profile) ?? p.Value))];

    private static OobSettings Oob(HostDocument host, HostDocument document, List<DesignProblem> problems)
    {
        var parameters = host.OobParameters.ToDictionary(StringComparer.Ordinal);
        var network = parameters.GetValueOrDefault("network");
        if (parameters.Values.Any(MaskedData.IsMasked))
        {
            problems.Add(new DesignProblem
            {
                ErrorId = MaskedData.ErrorId,
                Message = MaskedData.Message,
                Location = document.Document.Location,
                Document = document.Document.ToString(),
                Path = "$.oob",
            });
        }

        return new OobSettings
        {
            Type = host.OobType,
            Network = network,
            Address = document.Addressing.FirstOrDefault(a => a.Network == network)?.Address,
            Account = parameters.GetValueOrDefault("account"),
            Credential = parameters.GetValueOrDefault("credential"),
            LibvirtUri = parameters.GetValueOrDefault("libvirt_uri"),
            Parameters = NodeDocuments.Mask(parameters),
            Authored = parameters,
        };
    }
}

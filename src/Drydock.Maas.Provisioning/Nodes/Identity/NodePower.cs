using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Power driver and parameters that a node's out-of-band settings amount to. Never printed whole: it holds a secret.</summary>
internal sealed class NodePower
{
    /// <summary>The parameter that is a secret.</summary>
    public const string Password = "power_pass";

    /// <summary>The parameter with the address of the controller or hypervisor.</summary>
    public const string AddressParameter = "power_address";

    private NodePower(string type, IReadOnlyDictionary<string, string> parameters)
    {
        Type = type;
        Parameters = parameters;
    }

    public string Type { get; }

    /// <summary>Parameters by MAAS's names, without the prefix power_parameters_.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>What power changes must not happen for at the same time.</summary>
    public string? Address => Parameters.GetValueOrDefault(AddressParameter);

    /// <summary>The power settings to keep in MAAS: always for libvirt, for IPMI and Redfish when asked; else null.</summary>
    public static NodePower? Read(DrydockNode node, bool useNodeOobParameters) => node.Oob switch
    {
        { Type: "libvirt", FullLibvirtUri: { } uri } =>
            new("virsh", new Dictionary<string, string> { [AddressParameter] = uri, ["power_id"] = node.Name }),
        { Type: "ipmi" or "redfish", Address: not null } when useNodeOobParameters => new(node.Oob.Type, Bmc(node.Oob)),
        _ => null,
    };

    private static Dictionary<string, string> Bmc(OobSettings oob)
    {
        var parameters = new Dictionary<string, string> { [AddressParameter] = oob.Address! };
        if (oob.Account is not null)
            parameters["power_user"] = oob.Account;
        if (oob.KnownCredential is { } credential)
            parameters[Password] = credential.Reveal();
        return parameters;
    }
}

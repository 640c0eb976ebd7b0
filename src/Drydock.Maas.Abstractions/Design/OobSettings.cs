using Drydock.Maas.Security;

namespace Drydock.Maas.Design;

/// <summary>Out-of-band management of a node. No view of it shows the credential.</summary>
public sealed class OobSettings
{
    /// <summary>
    /// What stands in the place of a credential that nobody has written yet, in designs that were made of a MAAS or of nothing. It is never sent.
    /// </summary>
    public const string Placeholder = "replace-this-placeholder";

    /// <summary>ipmi, redfish, libvirt or manual.</summary>
    public string? Type { get; init; }

    /// <summary>The network the management controller is on.</summary>
    public string? Network { get; init; }

    /// <summary>The controller's address: the node's address on that network.</summary>
    public string? Address { get; init; }

    /// <summary>The account.</summary>
    public string? Account { get; init; }

    /// <summary>The account's secret; its method Reveal() has the text.</summary>
    public Secret? Credential { get; init; }

    /// <summary>For libvirt: the hypervisor's URI; a password in it is masked.</summary>
    public string? LibvirtUri { get => UrlCredential.Hide(FullLibvirtUri); init => FullLibvirtUri = value; }

    /// <summary>All parameters as the author wrote them, secrets masked.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init => field = TextMap<string>.From(value); } = TextMap<string>.Empty;

    /// <summary>The credential; null where a placeholder stands in its place, too.</summary>
    internal Secret? KnownCredential => Credential?.Reveal() is null or Placeholder ? null : Credential;

    /// <summary>The hypervisor's URI with its password.</summary>
    internal string? FullLibvirtUri { get; init; }

    /// <summary>All parameters with their secrets.</summary>
    internal IReadOnlyDictionary<string, string> Authored { get; init; } = new Dictionary<string, string>();

    /// <summary>Type and address.</summary>
    public override string ToString() => $"{Type} {Address}".Trim();
}

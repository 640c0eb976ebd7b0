using System.Text.Json.Nodes;
using Drydock.Maas.Design.Documents.Storage;
using Drydock.Maas.Security;
using static Drydock.Maas.Design.Documents.Properties.JsonBuilder;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>Nodes as documents, with everything they inherit.</summary>
internal sealed class NodeDocuments(bool withSecrets)
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Secret = Values.Secret.Mask;

    private static readonly string[] SecretWords = ["credential", "password", "passphrase", "secret", "token"];

    public JsonObject Node(DrydockNode node) => Object(
        ("hardware_profile", node.HardwareProfile?.Name),
        ("primary_network", node.PrimaryNetwork),
        ("oob", Oob(node.Oob)),
        ("interfaces", Map(node.Interfaces.Select(i => KeyValuePair.Create(i.Name, i)), Interface)),
        ("addressing", List(node.Addressing, a => Object(("network", a.Network), ("address", a.Address ?? a.Type)))),
        ("storage", StorageDocuments.Write(node.Storage)),
        ("platform", NotEmpty(Object(
            ("image", node.Image),
            ("kernel", node.Kernel),
            ("kernel_params", Map(node.KernelParameters, value => value == "True" ? JsonValue.Create(true) : JsonValue.Create(value)))))),
        ("metadata", NotEmpty(Object(
            ("rack", node.Rack),
            ("boot_mac", node.BootMac),
            ("tags", Texts(node.Tags)),
            ("owner_data", Masked(node.OwnerData))))));

    private JsonObject? Oob(OobSettings oob)
    {
        var members = Object(("type", oob.Type));
        foreach (var (name, value) in Masked(oob.Authored) ?? [])
            members[name] = value?.DeepClone();
        return NotEmpty(members);
    }

    /// <summary>The values, with a mask for those that are secrets by their names.</summary>
    public static IReadOnlyDictionary<string, string> Mask(IEnumerable<KeyValuePair<string, string>> values) =>
        values.ToDictionary(
            v => v.Key, v => IsSecret(v.Key) && v.Value.Length > 0 ? Secret : UrlCredential.Hide(v.Value), StringComparer.Ordinal);

    private JsonObject? Masked(IEnumerable<KeyValuePair<string, string>> values) =>
        Texts(values.Select(v => withSecrets ? v : KeyValuePair.Create(v.Key, IsSecret(v.Key) ? Secret : UrlCredential.Hide(v.Value))));

    private static bool IsSecret(string key) => SecretWords.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Interface(NodeInterface nic) => Object(
        ("device_link", nic.NetworkLink),
        ("labels", Texts(nic.Labels)),
        ("slaves", Texts(nic.Slaves)),
        ("networks", Texts(nic.Networks)),
        ("bridge", nic.Bridge is { } bridge
            ? Object(("type", bridge.Type), ("stp", bridge.Stp), ("forward_delay", bridge.ForwardDelay)) : null),
        ("sriov", nic.Sriov is { } sriov ? Object(("vf_count", sriov.VirtualFunctionCount), ("trustedmode", sriov.TrustedMode)) : null));
}

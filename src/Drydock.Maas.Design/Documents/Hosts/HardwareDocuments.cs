using System.Globalization;
using System.Text.Json.Nodes;
using static Drydock.Maas.Design.Documents.Properties.JsonBuilder;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>Hardware profiles as documents.</summary>
internal static class HardwareDocuments
{
    public static JsonObject Write(HardwareProfile profile) => Object(
        ("vendor", profile.Vendor),
        ("generation", profile.Generation),
        ("hw_version", profile.HardwareVersion),
        ("bios_version", profile.BiosVersion),
        ("boot_mode", profile.BootMode),
        ("bootstrap_protocol", profile.BootstrapProtocol),
        ("pxe_interface", Number(profile.PxeInterface)),
        ("device_aliases", Map(
            profile.DeviceAliases.Select(a => KeyValuePair.Create(a.Alias, a)),
            Alias)),
        ("cpu_sets", Texts(profile.CpuSets)),
        ("hugepages", Map(profile.Hugepages, h => Object(("size", h.Size), ("count", h.Count)))));

    // The schema wants a number, and the field means one; it is kept as the author wrote it.
    private static JsonValue? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
            : text is null ? null
            : JsonValue.Create(text);

    private static JsonObject Alias(DeviceAlias alias) => Object(
        ("address", alias.HasAddress ? alias.Address : null),
        ("dev_type", alias.DeviceType),
        ("bus_type", alias.HasAddress ? alias.BusType : null),
        ("serial", Values(alias.Serials)),
        ("wwn", Values(alias.Wwns)),
        ("path", Values(alias.Paths)),
        ("model", Values(alias.Models)),
        ("size", alias.Size));

    private static JsonArray? Values(IReadOnlyList<string> values) => values.Count == 0 ? null : [.. values.Select(v => (JsonNode)v)];
}

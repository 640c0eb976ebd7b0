using Drydock.Maas.Design.Documents.Schema;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>HardwareProfile; Drydock's hardwareProfile.yaml.</summary>
internal static class HardwareSchema
{
    public static SchemaRule Rule { get; } = new MapRule(
        ("vendor", ScalarRule.Text),
        ("generation", ScalarRule.Text),
        ("hw_version", ScalarRule.Text),
        ("bios_version", ScalarRule.Text),
        ("boot_mode", ScalarRule.CreateChoice("bios", "uefi")),
        ("bootstrap_protocol", ScalarRule.CreateChoice("pxe", "usb", "hdd")),
        ("pxe_interface", ScalarRule.Number),
        ("device_aliases", MapRule.Create(MapRule.Create(
            SchemaRule.Any,
            ("address", ScalarRule.Text),
            ("bus_type", ScalarRule.Text),
            ("dev_type", SchemaRule.Any),
            ("serial", ValuesRule.Instance),
            ("wwn", ValuesRule.Instance),
            ("path", ValuesRule.Instance),
            ("model", ValuesRule.Instance),
            ("size", ScalarRule.Text)))),
        ("cpu_sets", MapRule.Texts),
        ("hugepages", MapRule.Create(MapRule.Loose(("size", SchemaRule.Any), ("count", SchemaRule.Any)).Requiring("size", "count"))));
}

using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>Hardware profiles in Drydock's names.</summary>
internal static class EffectiveHardware
{
    public static JsonObject Of(HardwareProfile profile) => new()
    {
        ["name"] = profile.Name,
        ["vendor"] = profile.Vendor,
        ["generation"] = profile.Generation,
        ["hw_version"] = profile.HardwareVersion,
        ["bios_version"] = profile.BiosVersion,
        ["boot_mode"] = profile.BootMode,
        ["bootstrap_protocol"] = profile.BootstrapProtocol,
        ["pxe_interface"] = profile.PxeInterface,
        ["cpu_sets"] = EffectiveSite.Json(profile.CpuSets),
        ["hugepages_confs"] = EffectiveSite.List(profile.Hugepages, h => new JsonObject
        {
            ["name"] = h.Key,
            ["size"] = h.Value.Size,
            ["count"] = h.Value.Count,
        }),
        ["devices"] = EffectiveSite.List(profile.DeviceAliases, a => new JsonObject
        {
            ["alias"] = a.Alias,
            ["address"] = a.Address,
            ["bus_type"] = a.BusType,
            ["dev_type"] = a.DeviceType,
        }),
    };
}

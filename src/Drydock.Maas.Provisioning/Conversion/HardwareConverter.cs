using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Makes a hardware profile of each kind of machine.</summary>
internal sealed class HardwareConverter
{
    private static readonly string[] Nothing = ["", "Unknown", "To be filled by O.E.M.", "Default string", "Not Specified", "None"];

    private readonly Dictionary<string, HardwareProfile> _byMachine = new(StringComparer.Ordinal);
    private readonly List<HardwareProfile> _profiles = [];

    public HardwareConverter(IEnumerable<Machine> machines)
    {
        var names = new DocumentNames();
        foreach (var same in machines.GroupBy(Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal))
        {
            var kind = same.Key;
            var firmwares = same.Select(m => Read(m.HardwareInfo?.MainboardFirmwareVersion)).Distinct().ToList();
            var called = $"{kind.Vendor} {kind.Product}".Trim();
            var profile = new HardwareProfile
            {
                Name = names.Take(called.Length == 0 ? "hardware" : DocumentNames.Make(called).ToLowerInvariant()),
                Vendor = kind.Vendor,
                Generation = kind.Product,
                HardwareVersion = kind.Version,
                BiosVersion = firmwares.Count == 1 ? firmwares[0] : null,
                BootMode = kind.IsUefi ? "uefi" : "bios",
            };
            _profiles.Add(profile);
            foreach (var machine in same)
                _byMachine[machine.SystemId] = profile;
        }
    }

    /// <summary>The profiles, that of most machines first.</summary>
    public IReadOnlyList<HardwareProfile> Profiles => _profiles;

    /// <summary>The profile of a machine.</summary>
    public HardwareProfile FindProfile(Machine machine) => _byMachine[machine.SystemId];

    private static (string? Vendor, string? Product, string? Version, bool IsUefi) Kind(Machine machine) =>
        (Read(machine.HardwareInfo?.SystemVendor), Read(machine.HardwareInfo?.SystemProduct), Read(machine.HardwareInfo?.SystemVersion), machine.Firmware.IsUefi);

    private static string? Read(string? text) => Nothing.Contains(text?.Trim() ?? "", StringComparer.OrdinalIgnoreCase) ? null : text!.Trim();
}

using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>The devices of a machine, as MAAS, lshw and commissioning know them.</summary>
internal sealed class MachineDevices(Machine machine, LshwDevices lshw, IReadOnlyList<CommissionedDisk> seen)
{
    private readonly List<NetworkInterface> _nics = [.. machine.Interfaces.Where(i => i.Type == "physical")];
    private readonly List<BlockDevice> _disks = [.. machine.BlockDevices.Where(d => d.Type == "physical")];

    /// <summary>The NICs that an alias fits.</summary>
    public FoundDevices FindNics(DeviceAlias alias)
    {
        if (!alias.HasMarks)
            return new([.. lshw.FindNics(alias).Select(GetName)], [], IsOrdered: true);
        var names = alias.HasAddress ? lshw.FindNics(alias).Select(GetName).ToHashSet(StringComparer.Ordinal) : null;
        var fitting = _nics.FindAll(n => DeviceMarks.Fits(alias, n) && names?.Contains(n.Name) != false);
        return new([.. fitting.OrderBy(n => n.Mac.Canonical, StringComparer.Ordinal).Select(n => n.Name)], [.. fitting.Select(DeviceMarks.Describe)], IsOrdered: false);
    }

    /// <summary>The disks that an alias fits.</summary>
    public FoundDevices FindDisks(DeviceAlias alias)
    {
        if (!alias.HasMarks)
            return AtAddress(alias);
        var names = alias.HasAddress ? AtAddress(alias).Names.ToHashSet(StringComparer.Ordinal) : null;
        var fitting = _disks.FindAll(d => DeviceMarks.Fits(alias, d, SeenAs(d)) && names?.Contains(d.Name) != false);
        return Found(fitting, isOrdered: false);
    }

    /// <summary>Of an NVMe controller the first namespace is meant; of another one with several disks nobody knows which.</summary>
    private FoundDevices AtAddress(DeviceAlias alias)
    {
        var devices = lshw.FindDisks(alias);
        var names = devices.Select(GetName).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count == 0 && alias.Bus is { IsPci: true, Place: var place })
            return Found(_disks.FindAll(d => SeenAs(d)?.ByPath?.StartsWith($"pci-{place}-", StringComparison.OrdinalIgnoreCase) == true), isOrdered: false);
        var isOrdered = names.Count == 1 || !alias.Bus.IsPci || devices.All(d => d.IsNvme);
        return new(
            devices.All(d => d.IsNvme) ? [.. names.OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)] : names,
            [.. names.Select(n => _disks.Find(d => d.Name == n) is { } disk ? DeviceMarks.Describe(disk) : n)],
            isOrdered);
    }

    /// <summary>In an order that stays when the kernel names the disks anew.</summary>
    private static FoundDevices Found(List<BlockDevice> disks, bool isOrdered) => new(
        [.. disks.OrderBy(d => d.Serial, StringComparer.Ordinal).ThenBy(d => d.Name.Length).ThenBy(d => d.Name, StringComparer.Ordinal).Select(d => d.Name)],
        [.. disks.Select(DeviceMarks.Describe)],
        isOrdered);

    /// <summary>MAAS's name of a disk; lshw's where MAAS knows no serial number of it, or several disks have it.</summary>
    private string GetName(LshwDevice device)
    {
        if (device.Serial is null)
            return device.Name;
        var mac = MacNumber.Read(device.Serial);
        var known = _nics.FindAll(n => n.Mac == mac).Select(n => n.Name)
            .Concat(_disks.FindAll(d => IsSame(d.Serial, device.Serial)).Select(d => d.Name)).ToList();
        return known is [var only] ? only : device.Name;
    }

    private CommissionedDisk? SeenAs(BlockDevice disk)
    {
        var bySerial = seen.Where(s => IsSame(s.Serial, disk.Serial)).ToList();
        return bySerial is [var only] ? only : seen.FirstOrDefault(s => s.Name == disk.Name && (bySerial.Count == 0 || bySerial.Contains(s)));
    }

    private static bool IsSame(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && string.Equals(one.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>Devices that an alias fits.</summary>
/// <param name="Names">MAAS's names of them, in the order in which aliases of the same marks have them.</param>
/// <param name="Described">The same for people, with their marks.</param>
/// <param name="IsOrdered">Whether the first is meant where there are more than aliases.</param>
internal sealed record FoundDevices(IReadOnlyList<string> Names, IReadOnlyList<string> Described, bool IsOrdered);

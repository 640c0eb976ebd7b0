using System.Text.RegularExpressions;
using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>Finds devices by what is written on them: serial number, world wide name, path, model and size.</summary>
internal static class DeviceMarks
{
    private const string ById = "/dev/disk/by-id/";
    private const string ByPath = "/dev/disk/by-path/";

    /// <summary>Whether all marks of an alias are those of a NIC.</summary>
    public static bool Fits(DeviceAlias alias, NetworkInterface nic) => !alias.IsOfDisk
        && IsAny(alias.Serials, s => nic.Mac == MacNumber.Read(s) || IsLike(s, nic.MacAddress))
        && IsAny(alias.Models, m => IsLike(m, nic.Product) || IsLike(m, $"{nic.Vendor} {nic.Product}"));

    /// <summary>Whether all marks of an alias are those of a disk.</summary>
    /// <param name="alias">The alias.</param>
    /// <param name="disk">The disk as MAAS lists it.</param>
    /// <param name="seen">The disk as commissioning saw it; null where that was not read, or has no such disk.</param>
    public static bool Fits(DeviceAlias alias, BlockDevice disk, CommissionedDisk? seen) =>
        IsAny(alias.Serials, s => IsLike(s, disk.Serial))
        && IsAny(alias.Models, m => IsLike(m, disk.Model))
        && IsAny(alias.Wwns, w => WwnNumber.Parse(w) is { } wwn && GetWwns(disk, seen).Contains(wwn))
        && IsAny(alias.Paths, p => GetPaths(disk, seen).Any(path => IsLike(p, path)) || EndsInSerial(p, disk.Serial))
        && (alias.Size is null || DiskSize.Parse(alias.Size)?.Contains(disk.Size) == true);

    /// <summary>A disk with its marks, for people who have to choose one.</summary>
    public static string Describe(BlockDevice disk)
    {
        string?[] marks =
        [
            disk.Model, string.IsNullOrWhiteSpace(disk.Serial) ? null : $"serial {disk.Serial.Trim()}", SizeText.Format(disk.Size),
            disk.IdPath?.StartsWith(ById, StringComparison.Ordinal) == true ? disk.IdPath : null,
        ];
        return $"{disk.Name} ({string.Join(", ", marks.Where(m => !string.IsNullOrWhiteSpace(m)))})";
    }

    /// <summary>A NIC with its marks.</summary>
    public static string Describe(NetworkInterface nic) =>
        $"{nic.Name} ({string.Join(", ", new[] { nic.MacAddress, nic.Product }.Where(m => !string.IsNullOrWhiteSpace(m)))})";

    private static bool IsAny(IReadOnlyList<string> wanted, Func<string, bool> fits) => wanted.Count == 0 || wanted.Any(fits);

    private static IEnumerable<WwnNumber> GetWwns(BlockDevice disk, CommissionedDisk? seen) =>
        new[] { disk.IdPath, seen?.Wwn, seen?.ById }.Select(WwnNumber.Parse).OfType<WwnNumber>();

    private static IEnumerable<string> GetPaths(BlockDevice disk, CommissionedDisk? seen) =>
        new[] { disk.IdPath, seen?.ById is { } id ? ById + id : null, seen?.ByPath is { } path ? ByPath + path : null }.OfType<string>();

    /// <summary>A disk has several names in by-id, of which MAAS keeps one; those with the model end in the serial number.</summary>
    private static bool EndsInSerial(string path, string? serial) => path.StartsWith(ById, StringComparison.Ordinal)
        && serial?.Trim() is { Length: > 0 } number && path.EndsWith($"_{number.Replace(' ', '_')}", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text is as wanted, regardless of case, * being any text; blanks of models are written as underscores, too.</summary>
    private static bool IsLike(string wanted, string? present) => present is not null && Regex.IsMatch(
        Plain(present),
        $@"\A{Regex.Escape(Plain(wanted)).Replace("\\*", ".*", StringComparison.Ordinal)}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    private static string Plain(string text) => string.Join('_', text.Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries));
}

namespace Drydock.Maas.Design;

/// <summary>
/// A name for a device of a machine, told by its bus address as in Drydock, or by what is written on it. Where several are given, all of them hold.
/// </summary>
public sealed record DeviceAlias
{
    private const string ExpressionMark = "regexp:";

    /// <summary>The name.</summary>
    public string Alias { get; init; } = "";

    /// <summary>The address, or regexp: and an expression; empty where the device is told otherwise.</summary>
    public string Address { get; init; } = "";

    /// <summary>pci or scsi; empty without an address.</summary>
    public string BusType { get; init; } = "";

    /// <summary>What it is; for people's information.</summary>
    public string? DeviceType { get; init; }

    /// <summary>Serial numbers, one of which it has, with * for any text; of a NIC MAC addresses. Empty for any.</summary>
    public IReadOnlyList<string> Serials { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>World wide names, one of which the disk has. Empty for any.</summary>
    public IReadOnlyList<string> Wwns { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Paths in /dev/disk/by-id or by-path, one of which leads to the disk, with * for any text. Empty for any.</summary>
    public IReadOnlyList<string> Paths { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Models, one of which it is, with * for any text; of a NIC its product. Empty for any.</summary>
    public IReadOnlyList<string> Models { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>The size of the disk, for example 960g, &gt;1t or &lt;1t; null for any.</summary>
    public string? Size { get; init; }

    /// <summary>Whether it is told by its bus address.</summary>
    internal bool HasAddress => Address.Length > 0;

    /// <summary>Whether it is told by anything else.</summary>
    internal bool HasMarks => Serials.Count + Wwns.Count + Paths.Count + Models.Count > 0 || Size is not null;

    /// <summary>Whether only disks have what it is told by.</summary>
    internal bool IsOfDisk => Wwns.Count + Paths.Count > 0 || Size is not null;

    /// <summary>The expression that its bus address is to fit; null for an address as such.</summary>
    internal string? AddressExpression =>
        Address.StartsWith(ExpressionMark, StringComparison.Ordinal) ? Address[ExpressionMark.Length..] : null;

    /// <summary>Its bus address.</summary>
    internal BusAddress Bus => AddressExpression is null ? BusAddress.Create(BusType, Address) : new(BusType, Address);

    /// <summary>All that it is told by: aliases that have it in common share the devices that fit.</summary>
    internal string Mark => string.Join(", ", Marks());

    private IEnumerable<string> Marks()
    {
        if (HasAddress)
            yield return Bus.ToString();
        foreach (var (name, values) in new[] { ("serial", Serials), ("wwn", Wwns), ("path", Paths), ("model", Models) })
        {
            if (values.Count > 0)
                yield return $"{name} {string.Join(" or ", values)}";
        }

        if (Size is not null)
            yield return $"size {Size}";
    }
}

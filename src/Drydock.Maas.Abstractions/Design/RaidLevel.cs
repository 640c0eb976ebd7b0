using System.Globalization;

namespace Drydock.Maas.Design;

/// <summary>A RAID level that MAAS makes, and what it takes.</summary>
/// <param name="Name">raid-0, raid-1, raid-5, raid-6 or raid-10.</param>
/// <param name="Least">The least number of active members.</param>
/// <param name="TakesSpares">Whether it may have spare members.</param>
public sealed record RaidLevel(string Name, int Least, bool TakesSpares)
{
    private const long Superblock = 128L << 10;

    private static readonly RaidLevel[] All =
    [
        new("raid-0", 2, false), new("raid-1", 2, true), new("raid-5", 3, true), new("raid-6", 4, true), new("raid-10", 3, true),
    ];

    /// <summary>The names of all levels.</summary>
    public static IEnumerable<string> Names => All.Select(l => l.Name);

    /// <summary>The level of that name, or null.</summary>
    public static RaidLevel? Find(string? name) => Array.Find(All, l => l.Name == name);

    /// <summary>Why MAAS refuses so many members, in words; null when it does not.</summary>
    /// <param name="devices">Number of active members.</param>
    /// <param name="spares">Number of spare members.</param>
    public string? Refusal(int devices, int spares) =>
        devices < Least
            ? string.Create(
                CultureInfo.InvariantCulture, $"has {devices} active member{(devices == 1 ? "" : "s")}; {Name} takes at least {Least}")
            : spares > 0 && !TakesSpares ? $"has spares, which {Name} does not take" : null;

    /// <summary>Bytes of the device that MAAS makes.</summary>
    /// <param name="smallest">Bytes of the smallest member, be it a spare.</param>
    /// <param name="all">Bytes of all members together.</param>
    /// <param name="devices">Number of active members.</param>
    public long GetSize(long smallest, long all, int devices) => Name switch
    {
        "raid-0" => all - (Superblock * devices),
        "raid-1" => smallest - Superblock,
        "raid-5" => (smallest * (devices - 1)) - Superblock,
        "raid-6" => (smallest * (devices - 2)) - Superblock,
        _ => (smallest * devices / 2) - Superblock,
    };
}

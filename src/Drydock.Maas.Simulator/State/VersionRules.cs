namespace Drydock.Maas.Simulator.State;

/// <summary>
/// Answers in which versions of MAAS differ, as data. Handlers ask for what they answer, never for a version; what is not here is alike.
/// Each was seen with the same requests to both (<c>tests/Recordings/maas-3.4-3.7.jsonl</c>), unless it says otherwise.
/// </summary>
internal sealed record VersionRules
{
    /// <summary>The version a new server plays unless it is told another.</summary>
    public const string Usual = "3.4";

    private static readonly VersionRules V34 = new() { Name = Usual, Version = "3.4.10" };

    private static readonly VersionRules V37 = new()
    {
        Name = "3.7",
        Version = "3.7.3",
        NamesVlansByTag = false,
        SubnetYesWords = ["true", "t", "1"],
        RefusesOverlappingSubnets = true,
        KeepsSubnetsInUse = true,
        FailsAtBadRanges = true,
        ReservesAddresses = true,
        LongestInterfaceName = 15,
    };

    /// <summary>The versions that can be played.</summary>
    public static IReadOnlyList<string> Names { get; } = [V34.Name, V37.Name];

    /// <summary>What the version goes by: 3.4.</summary>
    public required string Name { get; init; }

    /// <summary>What <c>version/</c> says.</summary>
    public required string Version { get; init; }

    /// <summary>Whether a VLAN that was given no name reads as its tag; it has no name otherwise.</summary>
    public bool NamesVlansByTag { get; init; } = true;

    /// <summary>The words for yes of a subnet's <c>allow_dns</c> and <c>allow_proxy</c>; null where every text but "false" and the empty one is.</summary>
    public IReadOnlyList<string>? SubnetYesWords { get; init; }

    /// <summary>Whether a subnet that overlaps another is refused.</summary>
    public bool RefusesOverlappingSubnets { get; init; }

    /// <summary>Whether a subnet with addresses of nodes is deleted only with <c>force</c>.</summary>
    public bool KeepsSubnetsInUse { get; init; }

    /// <summary>Whether MAAS fails at a dynamic range with a bad or missing field, which it refuses otherwise.</summary>
    public bool FailsAtBadRanges { get; init; }

    /// <summary>Whether there is <c>reservedips/</c>, and what follows from what is kept there.</summary>
    public bool ReservesAddresses { get; init; }

    /// <summary>Characters an interface's name may have; null for any number.</summary>
    public int? LongestInterfaceName { get; init; }

    /// <summary>The rules of a version that can be played.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public static VersionRules Of(string name) =>
        new[] { V34, V37 }.FirstOrDefault(rules => rules.Name == name)
        ?? throw new ArgumentException($"MAAS {name} cannot be played; {string.Join(" and ", Names)} can.", nameof(name));
}

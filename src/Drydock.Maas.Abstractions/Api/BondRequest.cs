namespace Drydock.Maas.Api;

/// <summary>A bond to make or change; what is null is left out.</summary>
public sealed record BondRequest
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Ids of its members.</summary>
    public IReadOnlyList<int> Parents { get; init; } = [];

    /// <summary>The VLAN's id.</summary>
    public int? VlanId { get; init; }

    /// <summary>The MAC address; MAAS takes the first member's.</summary>
    public string? MacAddress { get; init; }

    /// <summary>The MTU in bytes.</summary>
    public int? Mtu { get; init; }

    /// <summary>The mode, for example 802.3ad.</summary>
    public string? Mode { get; init; }

    /// <summary>Milliseconds between link checks (bond_miimon).</summary>
    public int? MonitorInterval { get; init; }

    /// <summary>Milliseconds (bond_downdelay).</summary>
    public int? DownDelay { get; init; }

    /// <summary>Milliseconds (bond_updelay).</summary>
    public int? UpDelay { get; init; }

    /// <summary>fast or slow.</summary>
    public string? LacpRate { get; init; }

    /// <summary>layer2, layer3+4 and so on.</summary>
    public string? TransmitHashPolicy { get; init; }

    /// <summary>All of its tags, parted by commas in what is sent. MAAS drops all but the last of several when none are sent; null leaves it at that.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}

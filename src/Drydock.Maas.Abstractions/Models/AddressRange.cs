namespace Drydock.Maas.Models;

/// <summary>A run of addresses of a subnet.</summary>
public sealed record AddressRange : MaasObject
{
    /// <summary>First address.</summary>
    public string Start { get => field ?? ""; init; }

    /// <summary>Last address.</summary>
    public string End { get => field ?? ""; init; }

    /// <summary>Number of addresses.</summary>
    public long NumAddresses { get; init; }

    /// <summary>What they are taken for: assigned-ip, dynamic, gateway-ip, reserved and so on; empty when free.</summary>
    public IReadOnlyList<string> Purpose { get => field ?? []; init; }

    /// <summary>First and last address.</summary>
    public override string ToString() => $"{Start}-{End}";
}

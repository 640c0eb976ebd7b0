namespace Drydock.Maas.Api;

/// <summary>An address to reserve; what is null MAAS chooses.</summary>
public sealed record AddressReservation
{
    /// <summary>The subnet in CIDR notation.</summary>
    public string? Subnet { get; init; }

    /// <summary>The address.</summary>
    public string? IPAddress { get; init; }

    /// <summary>The DNS name it gets.</summary>
    public string? Hostname { get; init; }

    /// <summary>The MAC address it is linked to.</summary>
    public string? MacAddress { get; init; }
}

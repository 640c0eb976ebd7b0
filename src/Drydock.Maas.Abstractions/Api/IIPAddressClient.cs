using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Addresses users have reserved (ipaddresses/).</summary>
public interface IIPAddressClient
{
    /// <summary>GET ipaddresses/: the user's own; with all, of everybody and whatever MAAS gave out (administrators only).</summary>
    Task<IReadOnlyList<ReservedAddress>> ListAsync(bool all, CancellationToken token);

    /// <summary>POST ipaddresses/?op=reserve; an address in use is answered with 404.</summary>
    Task<ReservedAddress> ReserveAsync(AddressReservation reservation, CancellationToken token);

    /// <summary>POST ipaddresses/?op=release ip=.</summary>
    Task ReleaseAsync(string address, CancellationToken token);
}

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

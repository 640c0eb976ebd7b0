using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>ipaddresses/.</summary>
internal sealed class IPAddressClient(ApiConnection api) : IIPAddressClient
{
    public Task<IReadOnlyList<ReservedAddress>> ListAsync(bool all, CancellationToken token) =>
        api.ListAsync<ReservedAddress>(MaasRequest.Get("ipaddresses/", null, new RequestParameters().Flag("all", all)), token);

    public Task<ReservedAddress> ReserveAsync(AddressReservation reservation, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        var form = new RequestParameters()
            .Add("subnet", reservation.Subnet)
            .Add("ip", reservation.IPAddress)
            .Add("hostname", reservation.Hostname)
            .Add("mac", reservation.MacAddress is { } mac ? MacNumber.Normalize(mac) : null);
        return api.SendAsync<ReservedAddress>(MaasRequest.Post("ipaddresses/", "reserve", form), token);
    }

    public Task ReleaseAsync(string address, CancellationToken token) =>
        api.SendAsync(MaasRequest.Post("ipaddresses/", "release", new RequestParameters().Add("ip", address)), token);
}

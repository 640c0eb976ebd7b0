using System.Net;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>Refusal of an address that is kept for another interface, or of one that an interface with a kept address is not to have.</summary>
internal static class ReservedForOthers
{
    /// <exception cref="ApiException">409, in MAAS's words.</exception>
    public static void Check(SimulatorState state, SimulatedInterface nic, IPAddress address)
    {
        var kept = state.ReservedIPs.Where(r => r.MacAddress == nic.MacAddress || r.Address.Equals(address)).ToList();
        if (kept.Count == 0)
            return;
        var problem = kept.Count > 1
            ? $"The MAC address {nic.MacAddress} or the static IP {address} are associated with a reserved IP and cannot be used."
            : !kept[0].Address.Equals(address)
                ? $"The static IP {address} does not match the reserved IP {kept[0].Address} for the MAC address {nic.MacAddress}."
                : kept[0].MacAddress != nic.MacAddress
                    ? $"The static IP {address} is already reserved for the MAC address {kept[0].MacAddress}."
                    : null;
        if (problem is not null)
            throw new ApiException(ApiResponse.Conflict(problem));
    }
}

using System.Net;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.State;

/// <summary>An address that only the interface with its MAC address is given.</summary>
internal sealed class SimulatedReservedIP
{
    public required int Id { get; init; }

    public required IPAddress Address { get; init; }

    public required SimulatedSubnet Subnet { get; init; }

    /// <summary>Lower case, with colons.</summary>
    public required string MacAddress { get; init; }

    public string Comment { get; set; } = "";
}

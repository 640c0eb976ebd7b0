using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.State;

internal sealed class SimulatedInterface
{
    public required int Id { get; init; }

    public required SimulatedNode Node { get; init; }

    public required string Name { get; set; }

    /// <summary><c>physical</c>, <c>bond</c>, <c>bridge</c> or <c>vlan</c>.</summary>
    public string Type { get; init; } = "physical";

    public string MacAddress { get; set; } = "";

    public SimulatedVlan? Vlan { get; set; }

    public List<SimulatedLink> Links { get; } = [];

    /// <summary>The address it was seen with while it booted.</summary>
    public (SimulatedSubnet Subnet, IPAddress Address)? Discovered { get; set; }

    public List<SimulatedInterface> Parents { get; } = [];

    public IEnumerable<SimulatedInterface> Children => Node.Interfaces.Where(other => other.Parents.Contains(this));

    /// <summary>MTU, bond and bridge settings; null (never set) is rendered as <c>""</c>.</summary>
    public JsonObject? Params { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>A bridge made for an allocation or deployment, which goes with the release.</summary>
    public bool Acquired { get; set; }

    public List<string> Tags { get; } = [];

    public string? Vendor { get; set; }

    public string? Product { get; set; }

    public string? FirmwareVersion { get; set; }

    public bool LinkConnected { get; set; } = true;

    /// <summary>Mbit/s.</summary>
    public int LinkSpeed { get; set; }

    /// <summary>Mbit/s.</summary>
    public int InterfaceSpeed { get; set; }

    public int SriovMaxVf { get; set; }

    public int? NumaNode { get; set; }
}

/// <summary>A way in which an interface gets its address on a subnet.</summary>
internal sealed class SimulatedLink
{
    public required int Id { get; init; }

    /// <summary><c>auto</c>, <c>dhcp</c>, <c>static</c> or <c>link_up</c>.</summary>
    public required string Mode { get; set; }

    public SimulatedSubnet? Subnet { get; set; }

    public IPAddress? Address { get; set; }

    public SimulatedUser? User { get; set; }

    public DateTimeOffset Created { get; init; }
}

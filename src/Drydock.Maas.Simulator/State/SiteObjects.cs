using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Drydock.Maas.Simulator.State;

internal sealed class SimulatedFabric
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public string? ClassType { get; set; }

    /// <summary>Made for a NIC nobody had placed; vanishes with the last interface on it.</summary>
    public bool AutoCreated { get; set; }

    /// <summary>Its oldest VLAN, which is called "untagged" whatever name and number it was given.</summary>
    public SimulatedVlan? DefaultVlan { get; set; }
}

internal sealed class SimulatedVlan
{
    public const int DefaultMtu = 1500;

    public required int Id { get; init; }

    public required int Vid { get; set; }

    /// <summary>Null for one that was given none.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it goes by its number without a name.</summary>
    public bool GoesByTag { get; set; } = true;

    /// <summary>The name it is shown with.</summary>
    public string? ShownName =>
        Fabric.DefaultVlan == this ? "untagged" : Name ?? (GoesByTag ? Vid.ToString(CultureInfo.InvariantCulture) : null);

    public string Description { get; set; } = "";

    public int Mtu { get; set; } = DefaultMtu;

    public required SimulatedFabric Fabric { get; set; }

    public SimulatedSpace? Space { get; set; }

    public bool DhcpOn { get; set; }

    public SimulatedController? PrimaryRack { get; set; }

    public SimulatedController? SecondaryRack { get; set; }

    public SimulatedVlan? RelayVlan { get; set; }
}

internal sealed class SimulatedSpace
{
    /// <summary>What stands for no space.</summary>
    public const string Undefined = "undefined";

    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";
}

internal sealed class SimulatedSubnet
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public required SimulatedVlan Vlan { get; set; }

    public required IPNetwork Cidr { get; set; }

    public bool IsV6 => Cidr.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6;

    public IPAddress? GatewayIp { get; set; }

    public List<IPAddress> DnsServers { get; set; } = [];

    public int RdnsMode { get; set; } = 2;

    public bool AllowDns { get; set; } = true;

    public bool AllowProxy { get; set; } = true;

    public bool ActiveDiscovery { get; set; }

    public bool Managed { get; set; } = true;

    public List<string> DisabledBootArchitectures { get; set; } = [];
}

internal sealed class SimulatedIPRange
{
    public required int Id { get; init; }

    /// <summary><c>dynamic</c> or <c>reserved</c>.</summary>
    public required string Type { get; set; }

    public required SimulatedSubnet Subnet { get; set; }

    public required IPAddress Start { get; set; }

    public required IPAddress End { get; set; }

    public string Comment { get; set; } = "";

    public SimulatedUser? User { get; set; }

    public bool Contains(IPAddress address) =>
        AddressOrder.Instance.Compare(Start, address) <= 0 && AddressOrder.Instance.Compare(address, End) <= 0;
}

internal sealed class SimulatedStaticRoute
{
    public required int Id { get; init; }

    public required SimulatedSubnet Source { get; set; }

    public required SimulatedSubnet Destination { get; set; }

    public required IPAddress Gateway { get; set; }

    public int Metric { get; set; }
}

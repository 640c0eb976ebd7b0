namespace Drydock.Maas.Simulator.State;

/// <summary>A piece of the DHCP server's configuration: of everything, of a subnet or of a node.</summary>
internal sealed class SimulatedDhcpSnippet
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";

    public bool Enabled { get; set; } = true;

    public SimulatedNode? Node { get; set; }

    public SimulatedSubnet? Subnet { get; set; }

    /// <summary>The range of the subnet it is for; null for all of it.</summary>
    public SimulatedIPRange? IPRange { get; set; }

    /// <summary>What it has said, the newest last.</summary>
    public List<SimulatedTextVersion> Versions { get; } = [];

    public bool IsGlobal => this is { Node: null, Subnet: null };
}

/// <summary>One version of a text.</summary>
internal sealed record SimulatedTextVersion(int Id, string Text, DateTimeOffset Created);

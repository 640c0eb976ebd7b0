namespace Drydock.Maas.Design;

/// <summary>The property bridge of an interface, which makes it one; Drydock itself does not have it.</summary>
public sealed record BridgeSettings
{
    /// <summary>standard (of the Linux kernel) or ovs (Open vSwitch); standard unless given.</summary>
    public string Type { get; init; } = "standard";

    /// <summary>Whether it speaks the spanning tree protocol; no unless given.</summary>
    public bool Stp { get; init; }

    /// <summary>Seconds before a port forwards (forward_delay); 15 unless given.</summary>
    public int ForwardDelay { get; init; } = 15;

    /// <summary>What the document itself says: null inherits.</summary>
    internal string? TypeAsWritten { get; init; }

    /// <summary>What the document itself says: null inherits.</summary>
    internal bool? StpAsWritten { get; init; }

    /// <summary>What the document itself says: null inherits.</summary>
    internal int? ForwardDelayAsWritten { get; init; }

    /// <summary>Settings of which some are written and the others are as usual.</summary>
    internal static BridgeSettings Written(string? type, bool? stp, int? forwardDelay)
    {
        var usual = new BridgeSettings();
        return new()
        {
            Type = type ?? usual.Type,
            Stp = stp ?? usual.Stp,
            ForwardDelay = forwardDelay ?? usual.ForwardDelay,
            TypeAsWritten = type,
            StpAsWritten = stp,
            ForwardDelayAsWritten = forwardDelay,
        };
    }

    /// <summary>In words, for example standard, spanning tree off, forward delay 15 s.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Type}, spanning tree {(Stp ? "on" : "off")}, forward delay {ForwardDelay} s");
}

namespace Drydock.Maas.Design;

/// <summary>Bonding of a network link; unset values are null.</summary>
public sealed record LinkBonding
{
    /// <summary>disabled, 802.3ad, balance-rr or active-backup.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Transmit hash policy, for example layer3+4.</summary>
    public string? TransmitHash { get; init; }

    /// <summary>LACP rate, fast or slow.</summary>
    public string? PeerRate { get; init; }

    /// <summary>Milliseconds between link checks (mon_rate).</summary>
    public int? MonitorInterval { get; init; }

    /// <summary>Milliseconds before a regained link counts as up.</summary>
    public int? UpDelay { get; init; }

    /// <summary>Milliseconds before a lost link counts as down.</summary>
    public int? DownDelay { get; init; }

    /// <summary>Whether interfaces on the link are bonded.</summary>
    public bool IsEnabled => Mode is not ("disabled" or "");
}

namespace Drydock.Maas.Provisioning;

/// <summary>How steps are carried out.</summary>
public sealed record StepOptions
{
    /// <summary>How long commissioning or deployment of one node may take; null for Drydock's default (30 and 45 minutes).</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long to wait between two looks at the waiting machines.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Set power parameters of IPMI and Redfish nodes from the design.</summary>
    public bool UseNodeOobParameters { get; init; }

    /// <summary>Leave the management controller's user alone when commissioning.</summary>
    public bool SkipBmcConfig { get; init; }

    /// <summary>Commissioning scripts to run; empty for MAAS's choice.</summary>
    public IReadOnlyList<string> CommissioningScripts { get; init; } = [];

    /// <summary>Testing scripts to run, or none; empty for MAAS's choice.</summary>
    public IReadOnlyList<string> TestingScripts { get; init; } = [];

    /// <summary>Commission a machine that is Ready already.</summary>
    public bool Force { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Engine;

/// <summary>How steps are carried out.</summary>
public sealed record StepOptions
{
    /// <summary>
    /// How long commissioning, deployment or release of one node may take; null for Drydock's default (30, 45 and 30 minutes).
    /// For the other steps how long they may take in all; null for no limit.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long a release that another step needs first may take.</summary>
    public TimeSpan ReleaseTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often a failed commissioning or deployment is tried again in one run.</summary>
    public int RetryCount { get; init; } = 3;

    /// <summary>How long to wait between two looks at the waiting machines.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long to wait before the first look; the looks that follow are further apart, up to PollInterval. Null for PollInterval.
    /// </summary>
    public TimeSpan? FirstPollInterval { get; init; }

    internal PollPace Pace => FirstPollInterval is { } first && first < PollInterval
        ? new(first, PollInterval)
        : PollPace.Every(PollInterval);

    /// <summary>Set power parameters of IPMI and Redfish nodes from the design.</summary>
    public bool UseNodeOobParameters { get; init; }

    /// <summary>Leave the management controller's user alone when commissioning.</summary>
    public bool SkipBmcConfig { get; init; }

    /// <summary>An earlier step has given the machines their identity, so that commissioning need not.</summary>
    public bool IsIdentified { get; init; }

    /// <summary>Keep the network configuration when commissioning.</summary>
    public bool SkipNetworking { get; init; }

    /// <summary>Keep the storage configuration when commissioning.</summary>
    public bool SkipStorage { get; init; }

    /// <summary>Leave the machine on, with SSH, after commissioning.</summary>
    public bool EnableSsh { get; init; }

    /// <summary>Commissioning scripts to run; empty for MAAS's choice.</summary>
    public IReadOnlyList<string> CommissioningScripts { get; init; } = [];

    /// <summary>Testing scripts to run, or none; empty for MAAS's choice.</summary>
    public IReadOnlyList<string> TestingScripts { get; init; } = [];

    /// <summary>Commission a machine that is Ready already.</summary>
    public bool Recommission { get; init; }

    /// <summary>Nodes that Recommission is not for: they were commissioned again already.</summary>
    public IReadOnlyList<string> Recommissioned { get; init; } = [];

    /// <summary>Release and remove a machine of another user.</summary>
    public bool AllowOtherOwner { get; init; }

    /// <summary>Remove a machine whose release or erasure failed.</summary>
    public bool IgnoreFailedRelease { get; init; }

    /// <summary>Replace a script of that name that somebody else uploaded.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Erase the disks when releasing.</summary>
    public bool Erase { get; init; }

    /// <summary>Erase with the disks' own secure erase where they have it.</summary>
    public bool SecureErase { get; init; }

    /// <summary>Erase only beginning and end of the disks.</summary>
    public bool QuickErase { get; init; }

    /// <summary>Leave the disks of a machine as they are whose erasing failed; otherwise it is done again before the machine is given on.</summary>
    public bool NoErase { get; init; }

    /// <summary>A machine with one of these tags is not released, erased, deployed anew, broken off in what it does, or removed.</summary>
    public IReadOnlyList<string> ProtectTags { get; init; } = [];

    /// <summary>Take tags of the design's other nodes off a machine whose own node does not have them; remove what a site has beyond its design.</summary>
    public bool Prune { get; init; }

    /// <summary>Deploy a machine whose network or storage is not set up as designed.</summary>
    public bool AllowUnprepared { get; init; }

    /// <summary>Names of boot actions that are left out of deployments.</summary>
    public IReadOnlyCollection<string> SkipBootActions { get; init; } = [];

    /// <summary>The folder in which build data are saved, one folder below it for each node; null to save none.</summary>
    public string? BuildDataPath { get; init; }

    /// <summary>Collect build data of what failed only: of the rest MAAS holds them, and a step of their own reads them.</summary>
    public bool LeaveBuildData { get; init; }

    /// <summary>Make the tag that tells a Drydock server which boot actions a node may fetch.</summary>
    public bool BootActionTag { get; init; }

    /// <summary>Let deployed machines report their hardware to MAAS from time to time.</summary>
    public bool HardwareSync { get; init; }

    /// <summary>Run the image from memory and leave the disks alone.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>The task the step belongs to; build data carry it.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The space of VLANs for which the design names none; null leaves them where they are.</summary>
    public string? Space { get; init; }

    /// <summary>The architecture of machines that are enlisted, for example amd64 or arm64/generic.</summary>
    public string Architecture { get; init; } = "amd64";

    /// <summary>The architectures that images are wanted for.</summary>
    public IReadOnlyList<string> Architectures { get; init; } = ["amd64"];

    /// <summary>Scripts that the site brings.</summary>
    public IReadOnlyList<SiteScript> Scripts { get; init; } = [];

    /// <summary>Lists of the site that were read already, or will be, for several steps that only read; null to read them anew.</summary>
    internal SiteListings? Listings { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

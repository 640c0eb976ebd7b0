using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>The settings of a task as a person asked for them, without its design and connection; recorded in the journal, so never a secret.</summary>
public sealed record TaskSettings
{
    /// <summary>What the task does.</summary>
    public DrydockTaskAction Action { get; init; }

    /// <summary>Names of nodes, with wildcards; empty for all.</summary>
    public IReadOnlyList<string> Names { get => field ?? []; init; }

    /// <summary>Racks, with wildcards; empty for all.</summary>
    public IReadOnlyList<string> Racks { get => field ?? []; init; }

    /// <summary>Tags, with wildcards; empty for all.</summary>
    public IReadOnlyList<string> Tags { get => field ?? []; init; }

    /// <summary>A node filter of Drydock as JSON; null for none.</summary>
    public string? Filter { get; init; }

    /// <summary>File or name of the deployment strategy; null for the site's.</summary>
    public string? Strategy { get; init; }

    /// <summary>The deployment strategy as JSON, where it was given as an object.</summary>
    public string? StrategyObject { get; init; }

    /// <summary>Roll out all nodes at once, whatever the site's strategy says.</summary>
    public bool IgnoreStrategy { get; init; }

    /// <summary>The step to begin with; null for the first.</summary>
    public string? StartAt { get; init; }

    /// <summary>The only steps to take; empty for all.</summary>
    public IReadOnlyList<string> Only { get => field ?? []; init; }

    /// <summary>Steps to take that are taken on request only.</summary>
    public IReadOnlyList<string> Include { get => field ?? []; init; }

    /// <summary>Time limits in minutes that differ from Drydock's, by Drydock's names.</summary>
    public IReadOnlyDictionary<string, double> Timeouts { get => field ?? new Dictionary<string, double>(); init; }

    /// <summary>How many nodes are worked on at once.</summary>
    public int ThrottleLimit { get => field > 0 ? field : 64; init; }

    /// <summary>Wait for machines that MAAS does not know yet.</summary>
    public bool WaitForEnlistment { get; init; }

    /// <summary>Set power parameters of IPMI and Redfish nodes from the design.</summary>
    public bool UseNodeOobParameters { get; init; }

    /// <summary>Leave the management controller's user alone when commissioning.</summary>
    public bool SkipBmcConfig { get; init; }

    /// <summary>Commission machines that are Ready already.</summary>
    public bool Recommission { get; init; }

    /// <summary>Nodes that earlier runs of a resumed task have commissioned again already.</summary>
    public IReadOnlyList<string> Recommissioned { get => field ?? []; init; }

    /// <summary>How often a failed commissioning or deployment is tried again.</summary>
    public int RetryCount { get; init; } = 3;

    /// <summary>Deploy machines whose network or storage is not set up as designed.</summary>
    public bool AllowUnprepared { get; init; }

    /// <summary>Names of boot actions that nodes are deployed without.</summary>
    public IReadOnlyList<string> SkipBootActions { get => field ?? []; init; }

    /// <summary>Make the tags that a Drydock server knows nodes by when they fetch their boot actions from it.</summary>
    public bool BootActionTag { get; init; }

    /// <summary>Do not erase disks when nodes are destroyed, nor again those whose erasing failed.</summary>
    public bool NoErase { get; init; }

    /// <summary>A machine with one of these tags is not released, erased, deployed anew, broken off in what it does, or removed.</summary>
    public IReadOnlyList<string> ProtectTags { get => field ?? []; init; }

    /// <summary>The saved plan that was approved, beyond which nothing is done; null for none.</summary>
    public TaskPlan? Plan { get; init; }

    /// <summary>Remove what the design does not have, where a step can.</summary>
    public bool Prune { get; init; }

    internal SiteNetworkStepOptions SiteNetworkOptions => new() { Prune = Prune };

    internal SshKeyStepOptions SshKeyOptions => new() { Prune = Prune };

    internal RepositoryStepOptions RepositoryOptions => new() { Prune = Prune };

    internal TagDefinitionStepOptions TagDefinitionOptions => new() { Prune = Prune };

    internal IdentityStepOptions IdentityOptions => new() { UseNodeOobParameters = UseNodeOobParameters };

    internal CommissionStepOptions CommissionOptions => new()
    {
        Request = new() { SkipBmcConfig = SkipBmcConfig },
        RetryCount = RetryCount,
        UseNodeOobParameters = UseNodeOobParameters,
        Recommission = Recommission,
        Recommissioned = Recommissioned,
        ProtectTags = ProtectTags,
        NoErase = NoErase,
    };

    internal NetworkStepOptions NetworkOptions => new() { ProtectTags = ProtectTags, NoErase = NoErase };

    internal StorageStepOptions StorageOptions => new() { ProtectTags = ProtectTags, NoErase = NoErase };

    internal PlatformStepOptions PlatformOptions => new() { Prune = Prune };

    internal DeployStepOptions DeployOptions => new()
    {
        RetryCount = RetryCount,
        AllowUnprepared = AllowUnprepared,
        BootActionTag = BootActionTag,
        ProtectTags = ProtectTags,
        NoErase = NoErase,
    };

    /// <summary>Drydock erases the beginning and end of each disk of a node that is destroyed.</summary>
    internal RemoveStepOptions RemoveOptions => new()
    {
        Erase = !NoErase,
        QuickErase = !NoErase,
        NoErase = NoErase,
        ProtectTags = ProtectTags,
    };
}

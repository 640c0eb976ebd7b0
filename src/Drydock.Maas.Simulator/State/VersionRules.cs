using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.State;

/// <summary>
/// Answers in which versions of MAAS differ, as data. Handlers ask for what they answer, never for a version; what is not here is alike.
/// Each was seen with the same requests to both (<c>tests/Recordings/maas-3.4-3.7.jsonl</c>), unless it says otherwise.
/// </summary>
internal sealed record VersionRules
{
    /// <summary>The version a new server plays unless it is told another.</summary>
    public const string Usual = "3.4";

    /// <summary>The member of a later power parameter that names the one behind it; without it, it is the last.</summary>
    public const string FollowedBy = "followed_by";

    private static readonly VersionRules V34 = new() { Name = Usual, Version = "3.4.10", ControllerVersion = "3.4.10-14409-g.9d34090c1" };

    private static readonly VersionRules V37 = new()
    {
        Name = "3.7",
        Version = "3.7.3",
        ControllerVersion = "3.7.3-18030-g.9122eee68",
        FailsAtUnknownKeySources = true,
        FailsAtDhcpOfNewVlans = true,
        RefusesToStartControllers = false,
        ForgetsInstallations = false,
        AddsSlashBeforeLogin = false,
        MissingFilters = [],
        NamesVlansByTag = false,
        NoTaggingByUsers = "",
        TellsHowUploadsAreKept = true,
        CountsSharedAddressesOnce = true,
        NoInterval = "'{0}' is not a valid interval. Only 'h|hr|hour|hours, m|min|minute|minutes.s|sec|second|seconds' are valid units",
        RackServices = ["tftp", "syslog_rack", "http", "rackd", "ntp_rack", "proxy_rack", "dhcpd6", "agent", "dhcpd"],
        LaterColumns = ["bootresourcefilesync", "current_release_script_set", "current_release_script_set_id", "enable_kernel_crash_dump", "is_dpu"],
        LetsReservedRangesBecomeDynamic = true,
        WeighsForwardServers = true,
        StampZone = "Z",
        DateZone = "+0000",
        SubnetYesWords = ["true", "t", "1"],
        RefusesOverlappingSubnets = true,
        KeepsSubnetsInUse = true,
        FailsAtBadRanges = true,
        ReservesAddresses = true,
        LongestInterfaceName = 15,
        LaterMachineMembers = ["error_description", "enable_kernel_crash_dump", "is_dpu"],
        SwitchesPowerBeforeAnswering = true,
        PowerFailure = "{1}",
        NoPowerAnswer = "Connection timed out while performing power action. Check BMC configuration and connectivity and try again.",
        BrokenKeepsOwner = true,
        TakesSnippetsWithoutRack = true,
        RunsReleaseScripts = true,
        NoEphemeralImage = "Ephemeral operating system {0}/{1} for {2} is unavailable.",
        NoDeploymentImage = "Deployment operating system {0}/{1} is unavailable for {2}.",
        RefusesVmHostInMemoryFirst = true,
        NoVmHostInMemory = "A machine can not be a VM host if it is deployed to memory.",
        NoResultType = "Invalid result type name",
        ExplainsBadSshKeys = false,
        BootResourceTypes = ["synced", "uploaded"],
        RackImport = (202, ApiResponse.BareTextType, "Accepted"),
        RegionHoldsImages = true,
        LaterSettings = new JsonObject
        {
            ["ntp_external_only"] = Setting("allow_only_trusted_transfers", false),
            ["active_discovery_interval"] = Setting("default_boot_interface_link_type", "auto"),
            ["default_min_hwe_kernel"] = Setting("enable_kernel_crash_dump", false),
            ["max_node_installation_results"] = Setting("max_node_release_results", 3),
        },
        LaterPowerParameters = new JsonObject
        {
            ["amt"] = new JsonArray(
                Before("power_pass", Parameter("power_user", "AMT user", "admin")),
                Before("power_address", Parameter("port", "HTTP or HTTPS", "16992", ("16992", "http"), ("16993", "https")))),
            ["hmcz"] = new JsonArray(Required(Parameter(
                "power_verify_ssl", "Verify certificate presented by the HMC during SSL/TLS handshake", "y", ("n", "No"), ("y", "Yes")))),
            ["ipmi"] = new JsonArray(
                Parameter("power_off_mode", "Power off mode", "hard", ("soft", "Soft power off"), ("hard", "Power off"))),
        },
        Series = ["noble 24.04", "jammy 22.04", "focal 20.04"],
    };

    /// <summary>The versions that can be played.</summary>
    public static IReadOnlyList<string> Names { get; } = [V34.Name, V37.Name];

    /// <summary>What the version goes by: 3.4.</summary>
    public required string Name { get; init; }

    /// <summary>What <c>version/</c> says.</summary>
    public required string Version { get; init; }

    /// <summary>Whether MAAS fails at keys of a service it does not know; the spelling is its own.</summary>
    public bool FailsAtUnknownKeySources { get; init; }

    /// <summary>Whether MAAS fails at a new VLAN that is to have DHCP at once.</summary>
    public bool FailsAtDhcpOfNewVlans { get; init; }

    /// <summary>Whether a controller that is to be powered on is refused, having no system to deploy into memory.</summary>
    public bool RefusesToStartControllers { get; init; } = true;

    /// <summary>Whether a machine that is released has no installation any more.</summary>
    public bool ForgetsInstallations { get; init; } = true;

    /// <summary>Whether a page asked for without its last slash is found before it is asked who asks.</summary>
    public bool AddsSlashBeforeLogin { get; init; } = true;

    /// <summary>Filters of nodes that came later.</summary>
    public IReadOnlyList<string> MissingFilters { get; init; } = ["deployment_target", "not_deployment_target"];

    /// <summary>Whether a VLAN that was given no name reads as its tag; it has no name otherwise.</summary>
    public bool NamesVlansByTag { get; init; } = true;

    /// <summary>The words for yes of a subnet's <c>allow_dns</c> and <c>allow_proxy</c>; null where every text but "false" and the empty one is.</summary>
    public IReadOnlyList<string>? SubnetYesWords { get; init; }

    /// <summary>Whether a subnet that overlaps another is refused.</summary>
    public bool RefusesOverlappingSubnets { get; init; }

    /// <summary>Whether a subnet with addresses of nodes is deleted only with <c>force</c>.</summary>
    public bool KeepsSubnetsInUse { get; init; }

    /// <summary>Whether MAAS fails at a dynamic range with a bad or missing field, which it refuses otherwise.</summary>
    public bool FailsAtBadRanges { get; init; }

    /// <summary>Whether there is <c>reservedips/</c>, and what follows from what is kept there.</summary>
    public bool ReservesAddresses { get; init; }

    /// <summary>Members that a machine is shown with here and not by the oldest version.</summary>
    public IReadOnlyList<string> LaterMachineMembers { get; init; } = [];

    /// <summary>
    /// Whether a request that switches a machine's power waits until that is done: it fails where the controller does, and the machine is
    /// what it was. Otherwise the power changes afterwards, and the operation fails then. Deployments are begun without waiting in any case.
    /// </summary>
    public bool SwitchesPowerBeforeAnswering { get; init; }

    /// <summary>What controllers say of themselves.</summary>
    public required string ControllerVersion { get; init; }

    /// <summary>Whether an address that several names of a domain have is one of its records only.</summary>
    public bool CountsSharedAddressesOnce { get; init; }

    /// <summary>Whether an uploaded image tells what it is built on, and what its file is called on the disk.</summary>
    public bool TellsHowUploadsAreKept { get; init; }

    /// <summary>The refusal of a span of time in a setting, the text for {0}.</summary>
    public string NoInterval { get; init; } =
        "value is not a valid interval: {0}, only 'h|hr|hour|hours, m|min|minute|minutes, s|sec|second|seconds' are valid units";

    /// <summary>What runs on a rack.</summary>
    public IReadOnlyList<string> RackServices { get; init; } = ["tftp", "syslog_rack", "http", "rackd", "ntp_rack", "proxy_rack", "dhcpd6", "dns_rack", "dhcpd"];

    /// <summary>What a user is told who is to give a tag to machines.</summary>
    public string NoTaggingByUsers { get; init; } = "Must be a superuser or supply a rack_controller";

    /// <summary>Columns of the database's table of nodes that came later.</summary>
    public IReadOnlyList<string> LaterColumns { get; init; } = [];

    /// <summary>Whether a reserved range that becomes dynamic is in nobody's way on a subnet that MAAS does not manage.</summary>
    public bool LetsReservedRangesBecomeDynamic { get; init; }

    /// <summary>Whether a domain's servers to forward to are weighed against what it is then; against the text that was sent otherwise.</summary>
    public bool WeighsForwardServers { get; init; }

    /// <summary>The zone behind a moment with milliseconds.</summary>
    public string StampZone { get; init; } = "";

    /// <summary>The zone behind a date with its day of the week.</summary>
    public string DateZone { get; init; } = "-0000";

    /// <summary>Why an operation failed whose power could not be switched afterwards: on or off for {0}, the controller's words for {1}.</summary>
    public string PowerFailure { get; init; } = "Node could not be powered {0}: {1}";

    /// <summary>What a controller that does not answer is said to have done.</summary>
    public string NoPowerAnswer { get; init; } = "the power controller does not answer";

    /// <summary>Whether a machine that is marked broken stays its owner's while MAAS switches it off.</summary>
    public bool BrokenKeepsOwner { get; init; }

    /// <summary>The refusal of commissioning and tests without their image: system and release for {0} and {1}, the machine's architecture for {2}.</summary>
    public string NoEphemeralImage { get; init; } = "Ephemeral operating system {0} {1} is unavailable.";

    /// <summary>The same of deployments.</summary>
    public string NoDeploymentImage { get; init; } = "Deployment operating system {0} {1} is unavailable.";

    /// <summary>Whether such a VM host is refused by what is asked, whatever the machine is.</summary>
    public bool RefusesVmHostInMemoryFirst { get; init; }

    /// <summary>The refusal of a VM host that keeps nothing on disk.</summary>
    public string NoVmHostInMemory { get; init; } = "Cannot deploy as a VM host for ephemeral deployments.";

    /// <summary>Whether DHCP snippets are taken while no rack is connected that could try them.</summary>
    public bool TakesSnippetsWithoutRack { get; init; }

    /// <summary>Whether scripts may be of the type <c>release</c>, and MAAS erases disks with one.</summary>
    public bool RunsReleaseScripts { get; init; }

    /// <summary>What is said to a type of script results that is none.</summary>
    public string NoResultType { get; init; } = "Result type must be commissioning, testing, or installation.";

    /// <summary>Whether it is said why a text is no SSH key, and a new key's <c>keysource</c> is null instead of missing.</summary>
    public bool ExplainsBadSshKeys { get; init; } = true;

    /// <summary>The types that images can be listed by.</summary>
    public IReadOnlyList<string> BootResourceTypes { get; init; } = ["synced", "generated", "uploaded"];

    /// <summary>What racks say to <c>import_boot_images</c>; the name of the rack, or "all rack controllers", stands for {0}.</summary>
    public (int Status, string ContentType, string Text) RackImport { get; init; } = (200, ApiResponse.TextType, "Import of boot images started on {0}");

    /// <summary>Whether racks have no images of their own: what they list is the region's, connected or not.</summary>
    public bool RegionHoldsImages { get; init; }

    /// <summary>Settings that came later, each under the setting it follows in the list.</summary>
    public JsonObject LaterSettings { get; init; } = [];

    /// <summary>Power parameters that came later, by the name of the driver.</summary>
    public JsonObject LaterPowerParameters { get; init; } = [];

    /// <summary>The Ubuntu releases that a new server has images of, as names and numbers; the first one is its default.</summary>
    public IReadOnlyList<string> Series { get; init; } = ["jammy 22.04", "focal 20.04"];

    /// <summary>Characters an interface's name may have; null for any number.</summary>
    public int? LongestInterfaceName { get; init; }

    private static JsonObject Parameter(string name, string label, string otherwise, params (string Value, string Label)[] choices) => new()
    {
        ["name"] = name,
        ["label"] = label,
        ["required"] = false,
        ["field_type"] = choices.Length > 0 ? "choice" : "string",
        ["choices"] = new JsonArray([.. choices.Select(choice => (JsonNode)new JsonArray(choice.Value, choice.Label))]),
        ["default"] = otherwise,
        ["scope"] = "bmc",
        ["secret"] = false,
    };

    private static JsonObject Before(string name, JsonObject parameter)
    {
        parameter[FollowedBy] = name;
        return parameter;
    }

    private static JsonObject Required(JsonObject parameter)
    {
        parameter["required"] = true;
        return parameter;
    }

    private static JsonObject Setting(string name, JsonNode value) => new() { [name] = value };

    /// <summary>The rules of a version that can be played.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public static VersionRules Find(string name) =>
        new[] { V34, V37 }.FirstOrDefault(rules => rules.Name == name)
        ?? throw new ArgumentException($"MAAS {name} cannot be played; {string.Join(" and ", Names)} can.", nameof(name));
}

using System.Text.RegularExpressions;

namespace Drydock.Maas.Api;

/// <summary>
/// Differences between the versions of MAAS that decide what is sent to a server, or how its answers are read. This is their one place;
/// each names where in MAAS's own source it was found, or the recording that shows it.
/// </summary>
/// <remarks>
/// Where there are words that every version takes alike, those are sent and nothing is decided here: flags as <c>true</c> and
/// <c>false</c> (<c>0</c> meant yes for a subnet's <c>allow_dns</c> and <c>allow_proxy</c> before 3.5, <c>forms/subnet.py</c>, and any
/// other word for <c>erase</c> erases since 3.5, <c>ReleaseForm</c> of <c>forms/ephemeral.py</c>); ranges only with addresses that can be
/// one (any other is a 500 since 3.6, <c>forms/iprange.py</c>). A VLAN that was given no name reads as its tag before 3.5 and as null
/// since (<c>models/vlan.py</c>); both are no name of a design. A subnet whose addresses nodes use is not deleted since 3.7.3
/// (<c>models/subnet.py</c>); this module deletes none that is used on any version. A deployment is named by its
/// series, which all take; since 3.6 its version, <c>22.04</c> for <c>jammy</c>, would do (<c>alias</c> of <c>models/bootresource.py</c>).
/// </remarks>
public sealed class MaasCapabilities
{
    /// <summary>
    /// Characters that the name of a network interface may have: Linux's own limit. MAAS refuses longer ones since 3.6, <c>parent.vid</c> of a VLAN
    /// interface among them (<c>INTERFACE_NAME_REGEXP</c> of <c>models/interface.py</c>); before, the deployed machine lost the interface silently.
    /// </summary>
    public const int LongestInterfaceName = InterfaceName.LongestLength;

    private MaasCapabilities(Version? version) => Version = version;

    /// <summary>The oldest MAAS this module works with: 2.9 had no workload annotations (<c>api/machines.py</c> of 3.0).</summary>
    public static Version OldestVersion { get; } = new(3, 0);

    /// <summary>The version, down to its third number where it was told; null for a server that has told none.</summary>
    public Version? Version { get; }

    /// <summary>Since 3.2 a deployed machine's hardware can be looked at again (<c>enable_hw_sync</c>, <c>api/machines.py</c>).</summary>
    public bool SynchronizesHardware => IsAtLeast(3, 2);

    /// <summary>
    /// Since 3.3 the filter <c>status</c> of machines takes several values; before, all but the last were passed over
    /// (<c>node_constraint_filter_forms.py</c>).
    /// </summary>
    public bool FiltersBySeveralStatuses => IsAtLeast(3, 3);

    /// <summary>Since 3.5 scripts may run while a machine is released (<c>ReleaseForm</c> of <c>forms/ephemeral.py</c>).</summary>
    public bool RunsReleaseScripts => IsAtLeast(3, 5);

    /// <summary>
    /// Since 3.5 commissioning, release, power off and marking broken wait for the power controller before they answer, and answer 500
    /// when it does not (<c>_power_control_node</c> of <c>models/node.py</c>); before, a rack did that afterwards.
    /// </summary>
    public bool SwitchesPowerBeforeAnswering => IsAtLeast(3, 5);

    /// <summary>Since 3.6 a kernel's crash can be written to disk (<c>enable_kernel_crash_dump</c>, <c>api/machines.py</c>).</summary>
    public bool DumpsKernelCrashes => IsAtLeast(3, 6);

    /// <summary>
    /// Since 3.6 addresses can be kept for a MAC address (<c>reservedips/</c>, <c>api/reservedip.py</c>): no dynamic range may hold one,
    /// and no other machine be given it.
    /// </summary>
    public bool ReservesAddresses => IsAtLeast(3, 6);

    /// <summary>
    /// Since 3.6 times in answers are UTC (<c>USE_TZ</c> of <c>djangosettings/settings.py</c>); before, they are the server's own time,
    /// and its zone is not told.
    /// </summary>
    public bool TellsTimesInUtc => IsAtLeast(3, 6);

    /// <summary>Since 3.7 a subnet that overlaps another is refused (<c>validate_cidr</c> of <c>models/subnet.py</c>).</summary>
    public bool RefusesOverlappingSubnets => IsAtLeast(3, 7);

    /// <summary>
    /// Since 3.8 rights come from a user's groups (<c>check_permission</c> of <c>api/support.py</c>): who is no administrator may hold
    /// those needed, and only MAAS's answer tells.
    /// </summary>
    public bool GrantsRightsByGroup => IsAtLeast(3, 8);

    /// <summary>Those of a version; a server that has told none is taken for a present one.</summary>
    /// <param name="version">The version as MAAS tells it, for example 3.4.10, 3.5.0~beta1 or 3.1.0-10901-g.f1f8f1505.</param>
    public static MaasCapabilities ForVersion(string? version) => new(VersionNumber.Parse(version));

    /// <summary>The version.</summary>
    public override string ToString() => Version?.ToString() ?? "";

    /// <exception cref="MaasException">UnsupportedVersion.</exception>
    internal void RequireReleaseScripts() => Require(RunsReleaseScripts, "a release script", new(3, 5));

    /// <exception cref="MaasException">UnsupportedVersion.</exception>
    internal void RequireHardwareSync() =>
        Require(SynchronizesHardware, "looking at the hardware again while a machine is deployed", new(3, 2));

    /// <exception cref="MaasException">UnsupportedVersion.</exception>
    internal void RequireKernelCrashDump() => Require(DumpsKernelCrashes, "a kernel crash dump", new(3, 6));

    private bool IsAtLeast(int major, int minor) => Version is not { } known || known >= new Version(major, minor);

    /// <summary>An older MAAS would ignore what it does not know, and say nothing.</summary>
    private void Require(bool has, string what, Version since)
    {
        if (!has)
            throw new MaasException(ErrorIds.UnsupportedVersion, $"This is MAAS {Version}; {what} needs MAAS {since} or later.");
    }
}

/// <summary>The number in a MAAS version text such as 3.4.10, 3.5.0~beta1 or 3.1.0-10901-g.f1f8f1505.</summary>
internal static partial class VersionNumber
{
    public static Version? Parse(string? text)
    {
        var match = Leading().Match(text ?? "");
        return match.Success && Version.TryParse(match.Value, out var version) ? version : null;
    }

    [GeneratedRegex(@"^[0-9]{1,9}\.[0-9]{1,9}(\.[0-9]{1,9})?")]
    private static partial Regex Leading();
}

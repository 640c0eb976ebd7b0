namespace Drydock.Maas.Client;

/// <summary>
/// What differs between versions of MAAS, by the version it said; a server that has said none is taken for a present one.
/// </summary>
internal sealed class MaasCapabilities
{
    private static readonly Version V3 = new(3, 0);
    private static readonly Version V32 = new(3, 2);
    private static readonly Version V35 = new(3, 5);
    private static readonly Version V36 = new(3, 6);

    private volatile Version? _version;

    /// <summary>Remembers the version.</summary>
    public void Learn(string? version) => _version = VersionNumber.Parse(version);

    /// <summary>The operation that sets workload annotations.</summary>
    public string SetWorkloadAnnotations => IsAtLeast(V3) ? "set_workload_annotations" : "set_owner_data";

    public void RequireRegisterVmHost() => Require(V3, "registering a machine as a virtual machine host");

    public void RequireHardwareSync() => Require(V32, "looking at the hardware again while a machine is deployed");

    public void RequireReleaseScripts() => Require(V35, "a release script");

    public void RequireKernelCrashDump() => Require(V36, "a kernel crash dump");

    private bool IsAtLeast(Version version) => _version is not { } known || known >= version;

    /// <summary>An older MAAS would ignore what it does not know, and say nothing.</summary>
    private void Require(Version version, string what)
    {
        if (!IsAtLeast(version))
            throw new MaasException("UnsupportedVersion", $"This is MAAS {_version}; {what} needs MAAS {version} or later.");
    }
}

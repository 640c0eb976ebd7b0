namespace Drydock.Maas.Api;

/// <summary>How to deploy a machine; what is null or false is left out.</summary>
public sealed record DeployRequest
{
    /// <summary>The release, for example jammy.</summary>
    public string? DistroSeries { get; init; }

    /// <summary>The kernel, for example ga-22.04.</summary>
    public string? HweKernel { get; init; }

    /// <summary>cloud-init user data as base64.</summary>
    public string? UserData { get; init; }

    /// <summary>Whether it runs in memory only and leaves the disks alone.</summary>
    public bool EphemeralDeploy { get; init; }

    /// <summary>MAAS 3.2 and later: whether its hardware is looked at again while deployed.</summary>
    public bool EnableHwSync { get; init; }

    /// <summary>Whether it becomes a virtual machine host of MAAS (KVM).</summary>
    public bool InstallKvm { get; init; }

    /// <summary>MAAS 3.0 and later: whether it becomes a virtual machine host of MAAS (LXD).</summary>
    public bool RegisterVmHost { get; init; }

    /// <summary>MAAS 3.6 and later: whether a kernel crash is written to disk.</summary>
    public bool EnableKernelCrashDump { get; init; }

    /// <summary>Whether a bridge is made on every interface.</summary>
    public bool BridgeAll { get; init; }

    /// <summary>Whose deployment it is, in a word of the caller's.</summary>
    public string? AgentName { get; init; }

    /// <summary>A comment for MAAS's log.</summary>
    public string? Comment { get; init; }

    /// <summary>Release and kernel.</summary>
    public override string ToString() => $"{DistroSeries} {HweKernel}".Trim();
}

using Drydock.Maas.Models;

namespace Drydock.Maas.Design.Validation.Facts;

/// <summary>What a MAAS holds that designs are compared with.</summary>
public sealed class LiveSite
{
    /// <summary>Images and kernels it offers.</summary>
    public IReadOnlyList<BootResource> BootResources { get; init; } = [];

    /// <summary>Machines it knows.</summary>
    public IReadOnlyList<Machine> Machines { get; init; } = [];
}

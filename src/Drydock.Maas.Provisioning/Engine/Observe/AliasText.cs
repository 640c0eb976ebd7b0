using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>A device in errors: its name, and the alias that led to it.</summary>
internal static class AliasText
{
    /// <summary>sda, or boot_disk (alias of hardware profile gen9: serial S1), or sda (alias boot_disk).</summary>
    /// <param name="node">The node.</param>
    /// <param name="written">What the design has.</param>
    /// <param name="name">The device that it stands for; the same where none was found.</param>
    public static string Describe(DrydockNode node, string written, string name) =>
        name != written ? $"{name} (alias {written})"
        : node.HardwareProfile?.FindAlias(written) is { } alias ? $"{written} (alias of hardware profile {node.HardwareProfile.Name}: {alias.Mark})"
        : written;

    /// <summary>Whether the design has an alias of the hardware profile there.</summary>
    public static bool IsAlias(DrydockNode node, string written) => node.HardwareProfile?.FindAlias(written) is not null;
}

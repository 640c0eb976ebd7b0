using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>How a machine boots, as MAAS works it out.</summary>
public sealed class FirmwareTests
{
    [Theory]
    [InlineData("uefi", "ipmi", "legacy", true)]
    [InlineData("pxe", "ipmi", "efi", false)]
    [InlineData("powernv", "ipmi", "efi", false)]
    [InlineData(null, "ipmi", "efi", true)]
    [InlineData("", "ipmi", "efi", true)]
    [InlineData("of-the-future", "ipmi", "efi", true)]
    [InlineData(null, "ipmi", "legacy", false)]
    [InlineData(null, "ipmi", "auto", false)]
    [InlineData(null, "ipmi", null, false)]
    [InlineData(null, "redfish", "efi", false)]
    public void Its_last_boot_tells_and_else_its_IPMI_controller(string? method, string powerType, string? bootType, bool isUefi) => Assert.Equal(
        isUefi,
        (Machines.In("Ready") with { BiosBootMethod = method, PowerType = powerType, PowerBootType = bootType }).Firmware.NeedsEfiPartition);

    [Theory]
    [InlineData(null, "ipmi", true)]
    [InlineData("ipxe", "ipmi", true)]
    [InlineData("uefi", "ipmi", false)]
    [InlineData(null, "virsh", false)]
    public void The_controller_is_asked_only_where_it_counts(string? method, string powerType, bool isAsked) => Assert.Equal(
        isAsked, (Machines.In("Ready") with { BiosBootMethod = method, PowerType = powerType }).Firmware.IsLeftToController);
}

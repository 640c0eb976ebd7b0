using Drydock.Maas.Design.Tests.Support;
using Drydock.Maas.Values;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Aliases of a node's own hardware profile.</summary>
public sealed class DeviceAliasTests
{
    private static readonly string Hardware = TestDesign.Document(
        "HardwareProfile", "h",
            "device_aliases:\n  nic: {address: 'regexp:0000\\:(19|01)\\:00\\.[0-9]', dev_type: NIC, bus_type: pci}\n  disk: "
                + "{address: '0:2.0.0', bus_type: scsi}");

    [Theory]
    [InlineData("nic", "pci", @"regexp:0000\:(19|01)\:00\.[0-9]")]
    [InlineData("disk", "scsi", "0:2.0.0")]
    public void An_alias_keeps_bus_and_address_as_written(string name, string bus, string address)
    {
        var node = TestDesign.Compile(
            TestDesign.Document("BaremetalNode", "n1", "hardware_profile: h\naddressing: [{network: a, address: dhcp}]"), Hardware);
        Assert.Equal((bus, address), (node.HardwareProfile!.FindAlias(name)!.BusType, node.HardwareProfile.FindAlias(name)!.Address));
    }

    [Fact]
    public void Interfaces_and_disks_keep_the_alias_until_the_hardware_is_known()
    {
        var node = TestDesign.Compile(
            TestDesign.Document("BaremetalNode", "n1",
                "hardware_profile: h\naddressing: [{network: a, address: dhcp}]\ninterfaces: {e: {slaves: [nic]}}\nstorage: "
                    + "{physical_devices: {disk: {}}}"),
            Hardware);
        Assert.Equal(("nic", "disk"), (node.Interfaces[0].Slaves[0], node.StorageDevices[0].Name));
    }

    [Fact]
    public void Marks_are_one_value_or_a_list_and_need_no_bus_address()
    {
        var profile = TestDesign.Compile(
            TestDesign.Document("BaremetalNode", "n1", "hardware_profile: h\naddressing: [{network: a, address: dhcp}]"),
            TestDesign.Document("HardwareProfile", "h", """
                device_aliases:
                  boot: {serial: [S1, 2222], size: 960g}
                  data: {wwn: 0x5002538e40a1b2c3, path: /dev/disk/by-id/a, model: 'INTEL*', address: '3B:00.0', bus_type: pci}
                """)).HardwareProfile!;
        var (boot, data) = (profile.FindAlias("boot")!, profile.FindAlias("data")!);
        Assert.Equal(["S1", "2222"], boot.Serials);
        Assert.Equal(("", "960g", "serial S1 or 2222, size 960g"), (boot.Address, boot.Size, boot.Mark));
        Assert.Equal("pci@0000:3b:00.0, wwn 0x5002538e40a1b2c3, path /dev/disk/by-id/a, model INTEL*", data.Mark);
    }

    [Theory]
    [InlineData("{nic: {serial: }}", "$.device_aliases.nic.serial")]
    [InlineData("{nic: {serial: {a: b}}}", "$.device_aliases.nic.serial")]
    [InlineData("{nic: {size: 960}}", "$.device_aliases.nic.size")]
    [InlineData("{nic: {model: [a, [b]]}}", "$.device_aliases.nic.model[1]")]
    [InlineData("{nic: {dev_type: a}}", "$.device_aliases.nic.address")]
    [InlineData("{nic: {serial: S1, bus_type: pci}}", "$.device_aliases.nic.address")]
    public void What_tells_no_device_is_an_error(string aliases, string path) => Assert.Contains(
        path, TestDesign.Problems(TestDesign.Document("HardwareProfile", "h", $"device_aliases: {aliases}")).Select(p => p.Path));

    [Theory]
    [InlineData("{serial: '', size: '>100g'}", "$.device_aliases.disk.serial", "this text is empty")]
    [InlineData("{serial: [], size: '>100g'}", "$.device_aliases.disk.serial", "this list is empty")]
    [InlineData("{serial: [S1, ' '], size: '>100g'}", "$.device_aliases.disk.serial[1]", "this text is empty")]
    [InlineData("{model: ''}", "$.device_aliases.disk.model", "this text is empty")]
    public void An_empty_mark_does_not_leave_the_device_to_the_others(string alias, string path, string message)
    {
        var problem = TestDesign.Problem(TestDesign.Document("HardwareProfile", "h", $"device_aliases: {{disk: {alias}}}"));
        Assert.Equal(path, problem.Path);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_tells_a_device_is_missing_once()
    {
        var problem = TestDesign.Problem(TestDesign.Document("HardwareProfile", "h", "device_aliases: {disk: {dev_type: SSD}}"));
        Assert.Equal("address and bus_type are missing, and so are serial, wwn, path, model, size: one of them tells the device.", problem.Message);
    }

    [Theory]
    [InlineData("{nic: text}", "$.device_aliases.nic")]
    [InlineData("{nic: }", "$.device_aliases.nic")]
    [InlineData("[nic]", "$.device_aliases")]
    public void What_is_no_alias_is_an_error(string aliases, string path) =>
        Assert.Equal(path, TestDesign.Problem(TestDesign.Document("HardwareProfile", "h", $"device_aliases: {aliases}")).Path);

    [Theory]
    [InlineData("(a|b)0", "b0", true)]
    [InlineData("(a|b)0", "b00", false)]
    [InlineData("(a+)+b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("(?=a)(a+)+b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("(?=a)a", "a", true)]
    public void An_expression_fits_in_bounded_time_or_not_at_all(string expression, string address, bool isFit) =>
        Assert.Equal((isFit, isFit || address == "b00"), (AddressExpression.Fits(expression, address), AddressExpression.FitsBeginning(expression, address.ToUpperInvariant())));
}

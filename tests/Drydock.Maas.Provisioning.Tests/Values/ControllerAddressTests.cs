namespace Drydock.Maas.Provisioning.Tests.Values;

public sealed class ControllerAddressTests
{
    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", null)]
    [InlineData("10.0.0.5:623", "10.0.0.5", null)]
    [InlineData("10.0.0.5:6230", "10.0.0.5", 6230)]
    [InlineData("https://10.0.0.5:443", "10.0.0.5", null)]
    [InlineData("https://10.0.0.5:8443/redfish/v1", "10.0.0.5", 8443)]
    [InlineData("http://10.0.0.5:80", "10.0.0.5", null)]
    [InlineData("http://10.0.0.5:443", "10.0.0.5", 443)]
    [InlineData("FD00::0:5", "fd00::5", null)]
    [InlineData("[FD00::0:5]", "fd00::5", null)]
    [InlineData("[fd00::5]:623", "fd00::5", null)]
    [InlineData("[fd00::5]:6231", "fd00::5", 6231)]
    [InlineData("https://[fd00::5]", "fd00::5", null)]
    [InlineData("BMC1.example.com.", "bmc1.example.com", null)]
    [InlineData("qemu+ssh://root@host/system", "host", null)]
    [InlineData("qemu+ssh://root:p@ss@host:2222/system", "host", 2222)]
    public void Host_and_port_are_read_out_of_any_writing(string written, string host, int? port)
    {
        var address = ControllerAddress.Parse(written)!;
        Assert.Equal((host, port), (address.Host, address.Port));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Nothing_is_no_address(string? text) => Assert.Null(ControllerAddress.Parse(text));

    [Theory]
    [InlineData("10.0.0.5", "https://10.0.0.5:443", true)]
    [InlineData("10.0.0.5", "https://10.0.0.5:8443", true)]
    [InlineData("[fd00::5]:623", "FD00:0::5", true)]
    [InlineData("10.0.0.5:6230", "10.0.0.5:6231", false)]
    [InlineData("10.0.0.5", "10.0.0.6", false)]
    public void Two_writings_may_mean_one_controller(string one, string other, bool match)
    {
        Assert.Equal(match, ControllerAddress.Parse(one)!.Matches(ControllerAddress.Parse(other)!));
        Assert.Equal(match, ControllerAddress.Parse(other)!.Matches(ControllerAddress.Parse(one)!));
    }

    [Theory]
    [InlineData("https://[FD00::0:5]:443/redfish", "https://[fd00::5]:443/redfish", true)]
    [InlineData("FD00:0::5", "fd00::5", true)]
    [InlineData("https://10.0.0.5", "10.0.0.5", false)]
    [InlineData("10.0.0.5:623", "10.0.0.5", false)]
    [InlineData("qemu+ssh://root@host/system", "qemu+ssh://other@host/system", false)]
    public void Only_the_spelling_of_the_host_makes_no_difference_to_what_is_sent(string one, string other, bool equal) =>
        Assert.Equal(equal, ControllerAddress.Parse(one) == ControllerAddress.Parse(other));
}

using Drydock.Maas.Provisioning.Identify;

namespace Drydock.Maas.Provisioning.Tests.Identify;

public sealed class ControllerAddressTests
{
    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5")]
    [InlineData("https://10.0.0.5:8443/redfish/v1", "10.0.0.5")]
    [InlineData("[FD00::0:5]", "fd00::5")]
    [InlineData("https://[fd00::5]", "fd00::5")]
    [InlineData("bmc1.example.com", "bmc1.example.com")]
    [InlineData("qemu+ssh://root@host/system", "host")]
    public void Two_writings_of_one_address_are_the_same(string written, string bare) =>
        Assert.Equal(bare, ControllerAddress.Normalize(written));
}

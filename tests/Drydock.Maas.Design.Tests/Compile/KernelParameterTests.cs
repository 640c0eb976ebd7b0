using Drydock.Maas.Design.Validation;
using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Kernel parameters refer to the hardware profile and become a command line.</summary>
public sealed class KernelParameterTests
{
    private static readonly string Hardware = TestDesign.Document(
        "HardwareProfile", "big", "cpu_sets: {fast: '2,4'}\nhugepages: {h1: {size: 1G, count: 300}, h2: {size: '2M', count: '530000'}}");

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{quiet: true}", "quiet")]
    [InlineData("{quiet: false, console: 'ttyS1,115200n8'}", "quiet=False console=ttyS1,115200n8")]
    [InlineData("{a: 1, b: 'True'}", "a=1 b")]
    [InlineData("{isolcpus: hardwareprofile:cpuset.fast}", "isolcpus=2,4")]
    [InlineData("{isolcpus: hardwareprofile.cpuset.fast}", "isolcpus=2,4")]
    [InlineData("{a: b, hugepages: hardwareprofile:hugepages.h1.count, hugepagesz: hardwareprofile:hugepages.h1.size}",
        "hugepagesz=1G hugepages=300 a=b")]
    [InlineData("{hugepagesz: hardwareprofile.hugepages.h2.size, hugepages: hardwareprofile.hugepages.h2.count}",
        "hugepagesz=2M hugepages=530000")]
    [InlineData("{a: my.hardwareprofile:cpuset.fast}", "a=my.hardwareprofile:cpuset.fast")]
    public void Parameters_become_a_command_line(string parameters, string expected) =>
        Assert.Equal(expected, Compile(parameters).KernelParameterString);

    [Theory]
    [InlineData("hardwareprofile:cpuset.slow")]
    [InlineData("hardwareprofile:hugepages.h3.size")]
    [InlineData("hardwareprofile:hugepages.h1.weight")]
    [InlineData("hardwareprofile:disks.sda")]
    [InlineData("'hardwareprofile:'")]
    public void A_reference_to_nothing_is_an_error_of_validation_at_the_parameter_and_is_sent_as_written(string value)
    {
        var node = Compile($"{{isolcpus: {value}}}");
        var finding = Assert.Single(
            DesignValidator.Validate(node.Site, new ValidationOptions(), TestContext.Current.CancellationToken), f => f.Code == "DD1109");
        Assert.Equal((ValidationSeverity.Error, "site.yaml:8"), (finding.Severity, finding.Place));
        Assert.Equal(["n1"], finding.Nodes);
        Assert.Equal($"isolcpus={value.Trim('\'')}", node.KernelParameterString);
    }

    private static DrydockNode Compile(string parameters) => TestDesign.Compile(
        TestDesign.Document("BaremetalNode", "n1",
            $"hardware_profile: big\naddressing: [{{network: a, address: dhcp}}]\nplatform:\n  kernel_params: {parameters}"), Hardware);
}

using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Values;

/// <summary>Statuses have one list of names, for the client, the steps, the commands and the simulator.</summary>
public sealed class MachineStatusesTests
{
    public static TheoryData<string> Names => [.. MachineStatuses.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_machine_s_status_is_known_by_its_name_in_any_case(string name)
    {
        var status = new Machine { StatusName = name.ToUpperInvariant() }.KnownStatus;
        Assert.Equal(name, status?.GetName());
    }

    [Theory]
    [InlineData("Failed commissioning", "failed_commissioning")]
    [InlineData("releasing failed", "failed_releasing")]
    [InlineData("Failed to enter rescue mode", "failed_entering_rescue_mode")]
    [InlineData("Failed to exit rescue mode", "failed_exiting_rescue_mode")]
    [InlineData("Some Later Status", "some_later_status")]
    public void A_filter_takes_another_name_than_is_shown(string shown, string asked) => Assert.Equal(asked, MachineStatuses.GetFilterName(shown));

    [Fact]
    public void A_status_of_a_later_MAAS_stays_a_text()
    {
        var machine = new Machine { StatusName = "Some later status" };
        Assert.Null(machine.KnownStatus);
        Assert.Equal("Some later status", machine.StatusName);
    }
}

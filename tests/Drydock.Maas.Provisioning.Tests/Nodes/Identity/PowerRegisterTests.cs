using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Identity;

/// <summary>Power parameters are asked for in one place, whoever wants to know them.</summary>
public sealed class PowerRegisterTests
{
    private readonly FakeMachines _machines = new() { Power = new() { ["a"] = new PowerParameters { PowerAddress = "10.0.0.5" } } };
    private readonly PowerRegister _power;

    public PowerRegisterTests() => _power = new(new FakeMaas { Machines = _machines }, TimeProvider.System);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_request_tells_of_controllers_and_of_each_machine()
    {
        await _power.ListControllersAsync(0, Token);
        Assert.Equal("10.0.0.5", (await _power.FindAsync("a", 0, Token))?.PowerAddress);
        Assert.Equal(["power all"], _machines.Requests);
    }

    [Fact]
    public async Task A_machine_that_was_given_other_parameters_is_asked_for_alone()
    {
        await _power.ListControllersAsync(0, Token);
        _machines.Power["a"] = new PowerParameters { PowerAddress = "10.0.0.6" };
        _power.Outdate("a");
        Assert.Equal("10.0.0.6", (await _power.FindAsync("a", 0, Token))?.PowerAddress);
        Assert.Equal(["power all", "power a"], _machines.Requests);
    }

    [Fact]
    public async Task What_was_read_before_the_command_began_is_read_again()
    {
        await _power.ListControllersAsync(0, Token);
        await _power.FindAsync("a", long.MaxValue, Token);
        Assert.Equal(["power all", "power all"], _machines.Requests);
    }
}

using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.Services;

namespace Drydock.Maas.Provisioning.Tests.Site.Services;

public sealed class RackChecksTests
{
    [Fact]
    public void Without_a_rack_controller_nothing_can_boot()
    {
        var check = Assert.Single(RackChecks.CheckAll([]));

        Assert.Equal(("RackControllers", CheckStatus.Failed), (check.Check, check.Status));
    }

    [Fact]
    public void A_rack_whose_services_run_or_are_not_needed_is_well()
    {
        var checks = RackChecks.CheckAll([Rack("rack01", ("dhcpd", "off"), ("rackd", "running"), ("http", "running"), ("tftp", "running"))])
            .ToList();

        Assert.Equal([CheckStatus.Passed, CheckStatus.Passed], checks.Select(c => c.Status));
        Assert.Equal("1 of 1 rack controllers are healthy.", checks[0].Message);
        Assert.Equal("running: http, rackd, tftp; not needed: dhcpd.", checks[1].Message);
        Assert.Equal(4, checks[1].Services.Count);
    }

    [Theory]
    [InlineData("dead")]
    [InlineData("degraded")]
    [InlineData("unknown")]
    public void A_service_that_is_down_is_named(string status)
    {
        var checks = RackChecks.CheckAll([Rack("rack01", ("dhcpd", status), ("rackd", "running"), ("http", "running"), ("tftp", "running"))])
            .ToList();

        Assert.Equal([CheckStatus.Failed, CheckStatus.Warning], checks.Select(c => c.Status));
        Assert.Equal($"dhcpd is {status}; running: http, rackd, tftp.", checks[1].Message);
    }

    [Fact]
    public void What_a_service_says_of_itself_is_told()
    {
        var rack = new RackController
        {
            Hostname = "rack01",
            Services = [new RackService { Name = "dns_rack", Status = "dead", StatusInfo = "failed to start" }],
        };

        Assert.StartsWith("dns_rack is dead (failed to start); ", RackChecks.CheckAll([rack]).Last().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_needed_service_that_is_not_there_is_missing()
    {
        var checks = RackChecks.CheckAll([Rack("rack01", ("rackd", "running"), ("http", "running"), ("dhcpd", "off"))]).ToList();

        Assert.Equal(CheckStatus.Failed, checks[0].Status);
        Assert.StartsWith("tftp is missing; ", checks[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_healthy_rack_is_enough_to_provision()
    {
        var checks = RackChecks.CheckAll([Well("rack02"), Rack("rack01", ("rackd", "dead"))]).ToList();

        Assert.Equal(CheckStatus.Warning, checks[0].Status);
        Assert.Equal(["RackControllers", "rack01", "rack02"], checks.Select(c => c.Check));
    }

    [Fact]
    public void A_service_that_no_machine_needs_to_boot_leaves_the_rack_healthy()
    {
        var checks = RackChecks.CheckAll(
            [Rack("rack01", ("rackd", "running"), ("http", "running"), ("dhcpd", "off"), ("tftp", "running"), ("syslog_rack", "dead"))])
            .ToList();

        Assert.Equal([CheckStatus.Passed, CheckStatus.Warning], checks.Select(c => c.Status));
    }

    private static RackController Well(string name) =>
        Rack(name, ("rackd", "running"), ("http", "running"), ("dhcpd", "running"), ("tftp", "running"));

    private static RackController Rack(string name, params (string Name, string Status)[] services) => new()
    {
        Hostname = name,
        Services = [.. services.Select(s => new RackService { Name = s.Name, Status = s.Status })],
    };
}

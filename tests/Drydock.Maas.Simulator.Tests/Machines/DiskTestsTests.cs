using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>Which disks are tested after commissioning.</summary>
public sealed class DiskTestsTests
{
    private readonly OneMachine _lab = new();

    [Fact]
    public void Disks_found_by_commissioning_are_tested_one_by_one()
    {
        var tests = _lab.Machine.CurrentSet(SimulatedScriptSet.Testing)!.Scripts;

        Assert.Equal(_lab.Machine.Disks.Select(disk => (int?)disk.Id), tests.Select(test => test.Device));
        Assert.All(tests, test => Assert.Equal(ScriptStatus.Passed, test.Status));
        Assert.Equal(_lab.Machine.Disks.Select(disk => disk.Name), tests.Select(test => (string?)test.Parameters["storage"]!["value"]!["name"]));
    }

    [Fact]
    public void Where_storage_is_left_alone_so_are_its_tests()
    {
        var disk = _lab.Machine.Disks.Last();
        _lab.Do("commission", ("skip_storage", "1"), ("testing_scripts", "smartctl-validate"), ("smartctl-validate_storage", disk.Name));
        _lab.Pass(TimeSpan.FromMinutes(10));

        var test = Assert.Single(_lab.Machine.CurrentSet(SimulatedScriptSet.Testing)!.Scripts);
        Assert.Equal(disk.Id, test.Device);
    }
}

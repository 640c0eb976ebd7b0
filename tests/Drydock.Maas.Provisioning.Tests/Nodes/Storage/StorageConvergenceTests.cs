using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.InProcess;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Storage;

/// <summary>Whatever a machine has and a design wants: once the plan is carried out, there is nothing left to plan.</summary>
public sealed class StorageConvergenceTests
{
    private const int Rounds = 400;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Any_design_is_reached_in_one_run_from_any_other(bool isUefi)
    {
        var random = new Random(20240607);
        var machine = Commissioned(isUefi);
        for (var round = 0; round < Rounds; round++)
        {
            var node = RandomStorageDesign.Next(random);
            await machine.ConvergeAsync(node);
            Assert.Equal($"round {round}: ", $"round {round}: {string.Join("; ", machine.Plan(node).InWords())}");
        }
    }

    private static StorageMachine Commissioned(bool isUefi) => StorageMachine.Commissioned(
        isUefi, ("sda", 60 * StorageMachine.Gigabyte), ("sdb", 100 * StorageMachine.Gigabyte), ("sdc", 100 * StorageMachine.Gigabyte));
}

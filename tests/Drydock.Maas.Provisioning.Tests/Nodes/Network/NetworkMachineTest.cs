using Drydock.Maas.Provisioning.Tests.InProcess;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

/// <summary>A test of one machine with these NICs in a simulated MAAS of this process.</summary>
public abstract class NetworkMachineTest(params IReadOnlyList<string> nics) : IAsyncLifetime
{
    private protected NetworkMachine Simulated { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Simulated = await NetworkMachine.CommissionedAsync(nics);

    public ValueTask DisposeAsync()
    {
        Simulated.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

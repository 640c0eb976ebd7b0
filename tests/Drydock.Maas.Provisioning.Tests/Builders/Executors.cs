using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>The executors of every family of nodes, for tests that apply plans without a step; a step of a site has one for each plan.</summary>
internal static class Executors
{
    public static IOperationExecutor<MachineContext> OfNodes { get; } = new ExecutorSet<MachineContext>(
        new InterfaceExecutor(),
        new StorageExecutor(),
        new IdentityExecutor(new KeyedLock()),
        new CommissionExecutor(new FailedTests()),
        new DeployExecutor(),
        new ReleaseExecutor());

    /// <summary>Those of nodes, and that of tags, which has to have read them.</summary>
    public static IOperationExecutor<MachineContext> For(IMaasClient client) =>
        new ExecutorSet<MachineContext>(OfNodes, new TagExecutor(new TagBoard(client)));
}

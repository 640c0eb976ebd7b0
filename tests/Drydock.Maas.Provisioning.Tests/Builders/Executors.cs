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
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.Scripts;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>The executors of every family, for tests that apply plans without a step.</summary>
internal static class Executors
{
    public static IOperationExecutor<MachineContext> OfNodes { get; } = new ExecutorSet<MachineContext>(
        new InterfaceExecutor(),
        new StorageExecutor(),
        new IdentityExecutor(new KeyedLock()),
        new CommissionExecutor(new FailedTests()),
        new DeployExecutor(),
        new ReleaseExecutor());

    public static IOperationExecutor<IMaasClient> OfSite { get; } = new ExecutorSet<IMaasClient>(new AccessExecutor(), new ScriptExecutor());

    /// <summary>Those of nodes, and that of tags, which has to have read them.</summary>
    public static IOperationExecutor<MachineContext> For(IMaasClient client) =>
        new ExecutorSet<MachineContext>(OfNodes, new TagExecutor(new TagBoard(client)));
}

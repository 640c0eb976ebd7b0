using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.Scripts;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>The executors of every family, for tests that apply plans without a step.</summary>
internal static class Executors
{
    public static IOperationExecutor<MachineContext> OfNodes { get; } =
        new ExecutorSet<MachineContext>(new InterfaceExecutor(), new StorageExecutor());

    public static IOperationExecutor<IMaasClient> OfSite { get; } = new ExecutorSet<IMaasClient>(new AccessExecutor(), new ScriptExecutor());
}

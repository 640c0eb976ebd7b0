using Drydock.Maas.Provisioning.Engine;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Interrogate;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning;

/// <summary>Makes the step of a kind.</summary>
internal static class StepFactory
{
    public static INodeStep Create(MaasSession session, NodeStepKind kind, StepOptions options) => kind switch
    {
        NodeStepKind.Resolve => new ResolveStep(),
        NodeStepKind.Power => new PowerStep(session),
        NodeStepKind.Enlist => new EnlistStep(session, options),
        NodeStepKind.Identity => new IdentityStep(session, options),
        NodeStepKind.Commission => new CommissionStep(session, options),
        NodeStepKind.Network => new NetworkStep(session, options),
        NodeStepKind.Storage => new StorageStep(session, options),
        NodeStepKind.Platform => new PlatformStep(session, options),
        NodeStepKind.Deploy => new DeployStep(session, options),
        NodeStepKind.Release => new ReleaseStep(session, options),
        NodeStepKind.Remove => new RemoveStep(session, options),
        NodeStepKind.Interrogate => new InterrogateStep(session, options),
        NodeStepKind.StorageTemplate => new StorageTemplateStep(session),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

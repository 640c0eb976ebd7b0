using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Interrogate;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Tests;

/// <summary>Steps of nodes as data of theories, in the order of a node's way.</summary>
public enum NodeStepKind
{
    Resolve,
    Power,
    Enlist,
    Identity,
    Commission,
    Network,
    Storage,
    StorageTemplate,
    Platform,
    Deploy,
    Interrogate,
    Release,
    Remove,
}

internal static class StepKinds
{
    /// <summary>The step as a command without switches takes it.</summary>
    public static NodeStepOptions MakeOptions(this NodeStepKind kind) => kind switch
    {
        NodeStepKind.Resolve => new ResolveStepOptions(),
        NodeStepKind.Power => new PowerStepOptions(),
        NodeStepKind.Enlist => new EnlistStepOptions(),
        NodeStepKind.Identity => new IdentityStepOptions(),
        NodeStepKind.Commission => new CommissionStepOptions(),
        NodeStepKind.Network => new NetworkStepOptions(),
        NodeStepKind.Storage => new StorageStepOptions(),
        NodeStepKind.StorageTemplate => new StorageTemplateStepOptions(),
        NodeStepKind.Platform => new PlatformStepOptions(),
        NodeStepKind.Deploy => new DeployStepOptions { BootActionRenderer = new BootActionRenderer() },
        NodeStepKind.Interrogate => new InterrogateStepOptions(),
        NodeStepKind.Release => new ReleaseStepOptions(),
        NodeStepKind.Remove => new RemoveStepOptions(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

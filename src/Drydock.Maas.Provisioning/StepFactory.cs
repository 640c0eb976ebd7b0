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

/// <summary>Makes the step that options are of.</summary>
internal static class StepFactory
{
    public static INodeStep Create(MaasSession session, NodeStepOptions options) => options switch
    {
        ResolveStepOptions => new ResolveStep(),
        PowerStepOptions => new PowerStep(session),
        EnlistStepOptions enlist => new EnlistStep(session, enlist),
        IdentityStepOptions identity => new IdentityStep(session, identity),
        CommissionStepOptions commission => new CommissionStep(session, commission),
        NetworkStepOptions network => new NetworkStep(session, network),
        StorageStepOptions storage => new StorageStep(session, storage),
        PlatformStepOptions platform => new PlatformStep(session, platform),
        DeployStepOptions deploy => new DeployStep(session, deploy),
        RemoveStepOptions remove => new RemoveStep(session, remove),
        ReleaseStepOptions release => new ReleaseStep(session, release),
        InterrogateStepOptions interrogate => new InterrogateStep(session, interrogate),
        StorageTemplateStepOptions template => new StorageTemplateStep(session, template),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options, null),
    };
}

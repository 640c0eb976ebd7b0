using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.BootMedia;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Site.Scripts;

namespace Drydock.Maas.Provisioning;

/// <summary>Makes the step of a kind.</summary>
internal static class SiteStepFactory
{
    public static ISiteStep Create(MaasSession session, SiteStepKind kind, StepOptions options, IStepHost host) => kind switch
    {
        SiteStepKind.Network => new SiteNetworkStep(session, options),
        SiteStepKind.SshKey => new SshKeyStep(session, options),
        SiteStepKind.Repository => new RepositoryStep(session, options),
        SiteStepKind.Tag => new TagDefinitionStep(session, options),
        SiteStepKind.BootMedia => new BootMediaStep(session, options, host),
        SiteStepKind.HardwareConfig => new ScriptStep(session, options),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

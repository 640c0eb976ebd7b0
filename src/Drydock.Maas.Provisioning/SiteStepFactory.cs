using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.BootMedia;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Site.Scripts;

namespace Drydock.Maas.Provisioning;

/// <summary>Makes the step that options are of.</summary>
internal static class SiteStepFactory
{
    public static ISiteStep Create(MaasSession session, SiteStepOptions options, IStepObserver observer) => options switch
    {
        SiteNetworkStepOptions network => new SiteNetworkStep(session, network),
        SshKeyStepOptions key => new SshKeyStep(session, key),
        RepositoryStepOptions repository => new RepositoryStep(session, repository),
        TagDefinitionStepOptions tag => new TagDefinitionStep(session, tag),
        BootMediaStepOptions media => new BootMediaStep(session, media, observer),
        ScriptStepOptions script => new ScriptStep(session, script),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options, null),
    };
}

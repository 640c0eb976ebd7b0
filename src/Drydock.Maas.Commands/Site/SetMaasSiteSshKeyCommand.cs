using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Access;

namespace Drydock.Maas.Commands.Site;

/// <summary>Gives the connected user the SSH keys of the region; MAAS installs them on every node that user deploys.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteSshKey", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteSshKeyCommand : PruningSiteStepCommand
{
    // Keys belong to the user who adds them.
    private protected override bool NeedsAdministrator => false;

    private protected override SiteStepOptions MakeOptions() => new SshKeyStepOptions { Prune = Prune };
}

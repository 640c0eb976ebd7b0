using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Access;

namespace Drydock.Maas.Commands.Site;

/// <summary>Makes the package repositories of MAAS as the region wants them.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteRepository", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteRepositoryCommand : PruningSiteStepCommand
{
    private protected override SiteStepOptions MakeOptions() => new RepositoryStepOptions { Prune = Prune };
}

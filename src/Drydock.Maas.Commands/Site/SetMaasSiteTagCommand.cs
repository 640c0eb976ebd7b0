using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Access;

namespace Drydock.Maas.Commands.Site;

/// <summary>Makes the tags that MAAS assigns by an XPath over lshw as the region defines them.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteTag", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteTagCommand : PruningSiteStepCommand
{
    private protected override SiteStepOptions MakeOptions() => new TagDefinitionStepOptions { Prune = Prune };
}

using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Site;

/// <summary>Makes the tags that MAAS assigns by an XPath over lshw as the region defines them.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteTag", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteTagCommand() : PruningSiteStepCommand("Tag");

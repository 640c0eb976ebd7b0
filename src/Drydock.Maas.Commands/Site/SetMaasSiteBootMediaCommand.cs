using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.BootMedia;

namespace Drydock.Maas.Commands.Site;

/// <summary>
/// Selects the images and kernels that the nodes of a design deploy, imports what MAAS does not offer yet, and waits for it.
/// </summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteBootMedia", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteBootMediaCommand : SiteStepCommand, IWaitingCommand
{
    /// <summary>The architectures of the site's machines.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ArchitectureCompleter))]
    public string[] Architecture { get; set; } = ["amd64"];

    /// <summary>How long selection and import may take, in minutes; 60 when left out.</summary>
    [Parameter]
    [ValidateRange(0.01, 10080)]
    public double TimeoutMinutes { get; set; }

    /// <summary>How long between two looks at the import, in seconds; 10 when left out, less on a simulator of this process.</summary>
    [Parameter]
    [ValidateRange(0.05, 3600)]
    public double PollIntervalSec { get; set; }

    private protected override SiteStepOptions MakeOptions() => new BootMediaStepOptions { Architectures = Architecture };
}

using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Base;

/// <summary>A step for a whole site that changes something.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StepCommand : StepHostCommand
{
    /// <summary>Go on although the design has errors that Test-DrydockDesign finds.</summary>
    [Parameter]
    public SwitchParameter SkipDesignCheck { get; set; }

    /// <summary>Refuses a design with errors, unless -SkipDesignCheck was given.</summary>
    private protected void Accept(SiteDesign design) => Accept(design, SkipDesignCheck);
}

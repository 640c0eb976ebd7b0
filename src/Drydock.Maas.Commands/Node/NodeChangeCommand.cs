using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Node;

/// <summary>A step for nodes that changes something; it refuses a design with errors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NodeChangeCommand : NodeStepCommand
{
    private protected NodeChangeCommand(string step)
        : base(step)
    {
    }

    /// <summary>Go on although the design has errors that Test-DrydockDesign finds.</summary>
    [Parameter]
    public SwitchParameter SkipDesignCheck { get; set; }

    /// <summary>
    /// A file that Export-DrydockPlan wrote: exactly that is done, or less; what would go beyond it is refused and says what has moved since.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PlanPath { get; set; }

    private protected sealed override string? SavedPlanPath => PlanPath;

    private protected sealed override MaasException? Check(DrydockNode node) => SkipDesignCheck ? null : Judge(node.Site).Of(node);
}

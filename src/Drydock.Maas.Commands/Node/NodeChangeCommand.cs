using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Node;

/// <summary>A step that makes the machines of nodes what the design says; it refuses a design with errors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NodeChangeCommand : NodeStepCommand, IPlanCommand
{
    private protected NodeChangeCommand(string step)
        : base(step)
    {
    }

    /// <summary>Go on although the design has errors that Test-DrydockDesign finds.</summary>
    [Parameter]
    public SwitchParameter SkipDesignCheck { get; set; }

    /// <inheritdoc cref="IPlanCommand.PlanPath"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PlanPath { get; set; }

    private protected override MaasException? CheckNode(DrydockNode node) => SkipDesignCheck ? null : FindRefusal(node);
}

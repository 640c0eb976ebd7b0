using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Node;

/// <summary>A step that makes machines what the design says and waits for them; it refuses a design with errors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WaitingChangeCommand : WaitingStepCommand
{
    private protected WaitingChangeCommand(string step)
        : base(step)
    {
    }

    /// <summary>Go on although the design has errors that Test-DrydockDesign finds.</summary>
    [Parameter]
    public SwitchParameter SkipDesignCheck { get; set; }

    private protected override MaasException? Check(DrydockNode node) => SkipDesignCheck ? null : Judge(node.Site).Of(node);
}

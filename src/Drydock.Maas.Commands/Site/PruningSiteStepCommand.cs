using System.ComponentModel;
using System.Management.Automation;

namespace Drydock.Maas.Commands.Site;

/// <summary>A step of a whole site that can remove what the design does not have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PruningSiteStepCommand : SiteStepCommand
{
    /// <summary>Remove what MAAS has beyond the design; the plan is shown and asked about first, unless -Confirm:$false is given.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    private protected sealed override bool Prunes => Prune;
}

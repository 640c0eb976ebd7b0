using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Pipeline;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Site;

/// <summary>A step of a whole site that can remove what the design does not have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PruningSiteStepCommand : SiteStepCommand
{
    /// <summary>Remove what MAAS has beyond the design; the plan is shown and asked about first, unless -Confirm:$false is given.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    private protected override Func<IReadOnlyList<PlannedChange>, bool> PlansToAskAbout() => ConfirmPreference.AsksToPrune(this, Prune);
}

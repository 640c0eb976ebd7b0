using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine;

namespace Drydock.Maas.Commands.Base;

/// <summary>A step of a whole site that can remove what the design does not have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PruningSiteStepCommand : SiteStepCommand
{
    private protected PruningSiteStepCommand(string step)
        : base(step)
    {
    }

    /// <summary>Remove what MAAS has beyond the design; the plan is shown and asked about first, unless -Confirm:$false is given.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    private protected override StepOptions Configure(StepOptions options) => options with { Prune = Prune };

    private protected override Func<IReadOnlyList<PlannedChange>, bool> PlansToAskAbout() => ConfirmPreference.AsksToPrune(this, Prune);
}

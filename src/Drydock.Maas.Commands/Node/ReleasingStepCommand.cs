using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Provisioning.Nodes.Release;

namespace Drydock.Maas.Commands.Node;

/// <summary>A step that gives machines back. Of the design it needs no more than what finds a machine, which the finder checks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ReleasingStepCommand : NodeStepCommand, IPlanCommand, IWaitingCommand
{
    private protected ReleasingStepCommand(string step)
        : base(step)
    {
    }

    /// <inheritdoc cref="IWaitingCommand.TimeoutMinutes"/>
    [Parameter]
    [ValidateRange(0.01, 10080)]
    public double TimeoutMinutes { get; set; }

    /// <inheritdoc cref="IWaitingCommand.PollIntervalSec"/>
    [Parameter]
    [ValidateRange(0.05, 3600)]
    public double PollIntervalSec { get; set; }

    /// <inheritdoc cref="IPlanCommand.PlanPath"/>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PlanPath { get; set; }

    /// <summary>Tags that protect: a machine with one of them is not released, erased, deployed anew or broken off in what it does.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    public string[] ProtectTag { get; set; } = [];

    /// <summary>
    /// Erase the disks; all of them from beginning to end unless -QuickErase or
    /// -SecureErase is given too. MAAS's own setting decides when left out.
    /// </summary>
    [Parameter]
    public SwitchParameter Erase { get; set; }

    /// <summary>Erase with the disks' own secure erase where they have it.</summary>
    [Parameter]
    public SwitchParameter SecureErase { get; set; }

    /// <summary>Erase only the beginning and the end of disks; with -SecureErase, only of those that have no secure erase.</summary>
    [Parameter]
    public SwitchParameter QuickErase { get; set; }

    /// <summary>Leave the disks of a machine as they are whose erasing was ordered and failed; otherwise they are erased again.</summary>
    [Parameter]
    public SwitchParameter NoErase { get; set; }

    /// <summary>Release machines of other users, too.</summary>
    [Parameter]
    public SwitchParameter AllowOtherOwner { get; set; }

    /// <summary>Adds what giving back takes.</summary>
    private protected ReleaseStepOptions AddRelease(ReleaseStepOptions options) => options with
    {
        ProtectTags = ProtectTag,
        AllowOtherOwner = AllowOtherOwner,
        Erase = Erase,
        SecureErase = SecureErase,
        QuickErase = QuickErase,
        NoErase = NoErase,
    };
}

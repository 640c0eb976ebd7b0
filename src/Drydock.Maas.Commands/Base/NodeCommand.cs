using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that takes nodes of a design, or what an earlier step made of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NodeCommand : StepHostCommand
{
    /// <summary>Nodes of a design; results of an earlier step bind too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NodeOfDesign]
    [ValidateNotNullOrEmpty]
    public DrydockNode[] Node { get; set; } = [];

    /// <summary>The machine of the node, where an earlier step found it; it is looked for otherwise.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Machine? Machine { get; set; }

    /// <summary>How the step before ended.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Alias("Status")]
    public StepStatus? PreviousStatus { get; set; }

    /// <summary>The step before.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Alias("Step")]
    public string? PreviousStep { get; set; }

    /// <summary>What the step before said.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Alias("Messages")]
    public string[]? PreviousMessages { get; set; }

    /// <summary>Why the step before failed.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, DontShow = true)]
    [Alias("Error")]
    public Exception? PreviousError { get; set; }

    /// <summary>How many nodes are worked on at once.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; } = 64;

    /// <summary>Why nothing is to be done for what is bound now; null when the step before leaves it to this one.</summary>
    private protected string? ReasonToSkip() => PreviousStatus switch
    {
        StepStatus.Failed => $"{PreviousStep} failed: {PreviousError?.Message}",
        StepStatus.Skipped => PreviousMessages is { Length: > 0 } said ? said[0] : $"{PreviousStep} was skipped.",
        StepStatus.Planned when !StepHost.PlanOnly && PreviousStep != "StorageTemplate" => $"{PreviousStep} was only planned (-WhatIf).",
        _ => null,
    };
}

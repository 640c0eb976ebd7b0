using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Node;

/// <summary>A command that takes nodes of a design, or what an earlier step made of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NodeCommand : StepHostCommand
{
    /// <summary>Nodes of a design; results of an earlier step bind too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NodeOfDesign]
    [ValidateNotNullOrEmpty]
    public DrydockNode[] Node { get; set; } = [];

    /// <summary>What an earlier step made of the node: its machine, its connection, and how it ended.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public DrydockStepResult? StepResult { get; set; }

    /// <summary>How many nodes are worked on at once.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; } = 64;

    /// <summary>Why nothing is to be done for what is bound now; null when the step before leaves it to this one.</summary>
    private protected string? ReasonToSkip() => StepResult?.Status switch
    {
        StepStatus.Failed => $"{StepResult.Step} failed: {StepResult.Error?.Message}",
        StepStatus.Skipped => StepResult.Messages is [var said, ..] ? said : $"{StepResult.Step} was skipped.",
        StepStatus.Planned when !StepHost.PlanOnly && StepResult.Step != "StorageTemplate" => $"{StepResult.Step} was only planned (-WhatIf).",
        _ => null,
    };
}

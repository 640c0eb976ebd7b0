using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>
/// Marks machines broken, or fixed (op=mark_broken, op=mark_fixed). MAAS releases a machine that is marked broken, so that what runs on it
/// ends: one in use is asked about.
/// </summary>
[Cmdlet(VerbsCommon.Set, "MaasMachineBroken", DefaultParameterSetName = "Machine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class SetMaasMachineBrokenCommand : MachineChangeCommand
{
    /// <summary>Mark them fixed instead.</summary>
    [Parameter]
    public SwitchParameter Fixed { get; set; }

    /// <summary>A comment for MAAS's log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Comment { get; set; }

    private protected override string? Describe(Machine machine) => (machine.StatusName == "Broken") switch
    {
        true when Fixed => "mark fixed",
        false when !Fixed => "mark broken",
        _ => null,
    };

    private protected override ConfirmImpact ImpactOn(Machine machine) =>
        Fixed || MachineStatuses.IsIdle(machine) ? ConfirmImpact.Medium : ConfirmImpact.High;

    private protected override Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        Fixed
            ? client.Machines.MarkFixedAsync(machine.SystemId, Comment, token)
            : client.Machines.MarkBrokenAsync(machine.SystemId, Comment, token);
}

using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>
/// Switches machines off (op=power_off); one that is off is left alone. Asks before it stops one that is in use or that MAAS is at work on.
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "MaasMachine", DefaultParameterSetName = "Machine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class StopMaasMachineCommand : MachineChangeCommand
{
    /// <summary>Ask the operating system to shut down rather than cut the power; only some power drivers can.</summary>
    [Parameter]
    public SwitchParameter Soft { get; set; }

    /// <summary>A comment for MAAS's log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Comment { get; set; }

    private protected override string? Describe(Machine machine) => machine.PowerState == "off" ? null : Soft ? "shut down" : "switch off";

    private protected override ConfirmImpact ImpactOn(Machine machine) => machine.IsIdle ? ConfirmImpact.Medium : ConfirmImpact.High;

    private protected override Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        client.Machines.PowerOffAsync(machine.SystemId, Soft ? PowerStopMode.Soft : PowerStopMode.Hard, Comment, token);
}

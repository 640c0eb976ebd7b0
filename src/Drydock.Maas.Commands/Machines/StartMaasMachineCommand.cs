using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>Switches machines on (op=power_on); one that is on is left alone.</summary>
[Cmdlet(VerbsLifecycle.Start, "MaasMachine", DefaultParameterSetName = "Machine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class StartMaasMachineCommand : MachineChangeCommand
{
    /// <summary>A comment for MAAS's log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Comment { get; set; }

    private protected override string? Describe(Machine machine) => machine.PowerState == "on" ? null : "switch on";

    private protected override Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        client.Machines.PowerOnAsync(machine.SystemId, Comment, token);
}

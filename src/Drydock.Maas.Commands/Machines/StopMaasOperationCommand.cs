using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>Breaks off what machines are at: commissioning, testing, deploying or the erasing of disks (op=abort). Asks before it does.</summary>
[Cmdlet(VerbsLifecycle.Stop, "MaasOperation", DefaultParameterSetName = "Machine", SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Machine))]
public sealed class StopMaasOperationCommand : MachineChangeCommand
{
    /// <summary>A comment for MAAS's log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Comment { get; set; }

    private protected override string? Describe(Machine machine) =>
        machine.KnownStatus is { } status && StatusRule.TakesAbort.Contains(status)
            ? $"break off {machine.StatusName}"
            : null;

    private protected override ConfirmImpact ImpactOn(Machine machine) => ConfirmImpact.High;

    private protected override Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        client.Machines.AbortAsync(machine.SystemId, Comment, token);
}

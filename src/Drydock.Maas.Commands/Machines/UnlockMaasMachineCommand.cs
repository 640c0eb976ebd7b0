using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>Unlocks machines (op=unlock).</summary>
[Cmdlet(VerbsCommon.Unlock, "MaasMachine", DefaultParameterSetName = "Machine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class UnlockMaasMachineCommand : MachineChangeCommand
{
    /// <summary>A comment for MAAS's log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Comment { get; set; }

    private protected override bool IsForLocked => true;

    private protected override string? Describe(Machine machine) => machine.Locked ? "unlock" : null;

    private protected override Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        client.Machines.UnlockAsync(machine.SystemId, Comment, token);
}

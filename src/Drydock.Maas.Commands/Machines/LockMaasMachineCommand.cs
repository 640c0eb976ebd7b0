using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>Locks deployed machines, so that MAAS refuses to release, erase or delete them (op=lock).</summary>
[Cmdlet(VerbsCommon.Lock, "MaasMachine", DefaultParameterSetName = "Machine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class LockMaasMachineCommand : MachineChangeCommand
{
    /// <summary>A comment for MAAS's log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Comment { get; set; }

    private protected override string? Describe(Machine machine) => machine.Locked ? null : "lock";

    private protected override Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        client.Machines.LockAsync(machine.SystemId, Comment, token);
}

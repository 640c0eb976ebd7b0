using System.Management.Automation;
using Drydock.Maas.Api;
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

    private protected override string? Describe(Machine machine)
    {
        if (machine.KnownStatus == MachineStatus.Broken)
            return Fixed ? "mark fixed" : null;
        if (Fixed)
            return null;
        RequireOwner(machine);
        return "mark broken";
    }

    /// <summary>To anybody but the owner, administrators included, MAAS says no more than 403.</summary>
    private static void RequireOwner(Machine machine)
    {
        if (SessionOrigin.FindSession(machine)?.User.Username is not { } user || machine.Owner == user)
            return;
        var advice = (machine.Owner, machine.KnownStatus) switch
        {
            ({ Length: > 0 } owner, _) => $"it belongs to {owner}, not to {user}: ask {owner} to do it, or to release it",
            (_, MachineStatus.Ready) => "it has no owner: allocate it first (Invoke-MaasApi machines/ POST -Operation allocate "
                + $"-Parameter @{{ system_id = '{machine.SystemId}' }})",
            _ => $"it has no owner, and only a Ready machine can be given one: commission it first (Invoke-MaasApi machines/{machine.SystemId}/ POST -Operation commission)",
        };
        throw new MaasException(
            ErrorIds.WrongMachineState,
            $"Machine {machine} ({machine.StatusName}) cannot be marked broken: MAAS lets only a machine's owner do that, and {advice}.");
    }

    private protected override ConfirmImpact ImpactOn(Machine machine) =>
        Fixed || machine.IsIdle ? ConfirmImpact.Medium : ConfirmImpact.High;

    private protected override Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        Fixed
            ? client.Machines.MarkFixedAsync(machine.SystemId, Comment, token)
            : client.Machines.MarkBrokenAsync(machine.SystemId, Comment, token);
}

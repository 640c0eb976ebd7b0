using System.Collections.Concurrent;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Machines;

/// <summary>
/// Switches machines on (op=power_on); one that is on is left alone. Where MAAS does not know whether one is on, its power controller is
/// asked first (op=query_power_state), and it is switched on only when it is off: MAAS may cut the power of a running machine otherwise.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "MaasMachine", DefaultParameterSetName = "Machine", SupportsShouldProcess = true)]
[OutputType(typeof(Machine))]
public sealed class StartMaasMachineCommand : MachineChangeCommand
{
    // With this power type MAAS sends nothing to anybody.
    private const string Manual = "manual";

    private readonly ConcurrentDictionary<Machine, (string State, string? Why)> _asked = new(ReferenceEqualityComparer.Instance);

    /// <summary>Switch machines on also where nobody knows whether they are off; a machine that runs may lose its power for a moment.</summary>
    [Parameter]
    public SwitchParameter AllowUnknownPower { get; set; }

    /// <summary>A comment for MAAS's log.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Comment { get; set; }

    private protected override async Task<bool> PrepareAsync(IReadOnlyList<MachineTarget> machines, CancellationToken token)
    {
        await Parallel.ForEachAsync(
            machines.Where(t => !IsKnown(t.Machine)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = token },
            async (target, stop) => _asked[target.Machine] = await QueryPowerAsync(target, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return true;
    }

    private protected override string? Describe(Machine machine)
    {
        var (state, why) = _asked.TryGetValue(machine, out var asked) ? asked : (machine.PowerState, null);
        if (state == "on")
            return null;
        if (machine.KnownStatus == MachineStatus.Allocated)
        {
            throw new MaasException(
                ErrorIds.WrongMachineState,
                $"{machine} is Allocated: MAAS would not only switch it on but deploy it. Use Invoke-MaasDeploy, or release it first.");
        }

        if (state == "off" || IsManual(machine))
            return "switch on";
        if (AllowUnknownPower)
            return $"switch on although its power is {state ?? "unknown"}";
        throw new MaasException(
            ErrorIds.PowerNotCertain,
            $"{machine} is not switched on: nobody knows whether it is off, its power is {state ?? "unknown"}{(why is null ? "" : $" ({why})")}. "
                + "A machine that runs could lose its power. Look at its power controller, or insist with -AllowUnknownPower.");
    }

    private protected override Task<Machine> ChangeAsync(IMaasClient client, Machine machine, CancellationToken token) =>
        client.Machines.PowerOnAsync(machine.SystemId, Comment, token);

    private static bool IsKnown(Machine machine) => machine.PowerState is "on" or "off" || IsManual(machine);

    // One that says anything but unknown has, or had, somebody who was asked.
    private static bool IsManual(Machine machine) => machine is { PowerType: Manual, PowerState: null or "" or "unknown" };

    private static async Task<(string State, string? Why)> QueryPowerAsync(MachineTarget target, CancellationToken token)
    {
        try
        {
            return (await target.Session.Client.Machines.QueryPowerStateAsync(target.Machine.SystemId, token).ConfigureAwait(false), null);
        }
        catch (MaasException e)
        {
            return ("unknown", e.Message);
        }
    }
}

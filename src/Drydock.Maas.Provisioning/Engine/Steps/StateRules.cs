using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>
/// The states of a machine in which MAAS accepts changes. A plan that is only read is never refused: it says what stands in its way.
/// </summary>
/// <param name="What">What is set up, in words: network or storage.</param>
/// <param name="Allowed">The statuses in which MAAS accepts it.</param>
internal sealed record StateRules(string What, IReadOnlyList<MachineStatus> Allowed)
{
    public static StateRules Network { get; } = new("network", StatusRule.TakesNetwork);

    public static StateRules Storage { get; } = new("storage", StatusRule.TakesStorage);

    private string AllowedNames => string.Join(", ", Allowed.Select(s => s.GetName()));

    /// <summary>Why a machine cannot be changed now, and what to do; null when it can.</summary>
    public string? GetBlocker(Machine machine) => machine switch
    {
        _ when MachineState.IsDeployed(machine) => $"machine is {machine.StatusName}; release it first",
        { Locked: true } => "machine is locked in MAAS; unlock it first",
        _ when MachineState.HoldsSystem(machine) => $"{machine.DistroSeries} of {machine.Owner} is still on the machine; release it first",
        { KnownStatus: { } status } when Allowed.Contains(status) => null,
        _ => $"machine is {machine.StatusName}; MAAS allows changes of its {What} when it is {AllowedNames}",
    };

    /// <summary>The plan as far as the machine's state lets it be carried out.</summary>
    /// <exception cref="NodeException">Something is to be changed that MAAS would refuse.</exception>
    public Plan Admit(Plan plan, Machine machine, IStepObserver observer)
    {
        if (plan.IsEmpty || GetBlocker(machine) is not { } blocker)
            return plan;
        if (MachineState.IsDeployed(machine))
        {
            var message =
                $"{plan.Changes.Count} differences in {What} can only be mended after machine {machine} is released: {plan.Changes[0]} ...";
            return plan.Block(blocker) with { Messages = [.. plan.Messages, message] };
        }

        if (observer.PlanOnly)
            return plan.Block(blocker);
        if (machine.Locked)
            throw NodeException.RefuseLocked(machine);
        if (MachineState.HoldsSystem(machine))
            throw MachineState.InUse(machine, $"{What} set-up");
        throw MachineState.Wrong(machine, $"{What} set-up",
            $"MAAS allows it when the machine is {AllowedNames}; release it or commission it first.");
    }
}

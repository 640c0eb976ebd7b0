using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>
/// What MAAS accepts in which state of a machine. A plan that is only read is never refused: it says what stands in its way.
/// </summary>
/// <param name="What">What is set up, in words: network or storage.</param>
/// <param name="Allowed">The statuses in which MAAS accepts it.</param>
internal sealed record StateRules(string What, IReadOnlyList<string> Allowed)
{
    public static StateRules Network { get; } =
        new("network", [MachineState.Ready, MachineState.Allocated, MachineState.Broken, MachineState.FailedTesting]);

    public static StateRules Storage { get; } = new("storage", [MachineState.Ready]);

    /// <summary>Why a machine cannot be changed now, and what to do; null when it can.</summary>
    public string? BlockerOf(Machine machine) => machine switch
    {
        { StatusName: MachineState.Deployed or MachineState.Deploying } => $"machine is {machine.StatusName}; release it first",
        { Locked: true } => "machine is locked in MAAS; unlock it first",
        _ when MachineState.HoldsSystem(machine) => $"{machine.DistroSeries} of {machine.Owner} is still on the machine; release it first",
        _ when Allowed.Contains(machine.StatusName) => null,
        _ => $"machine is {machine.StatusName}; MAAS allows changes of its {What} when it is {string.Join(", ", Allowed)}",
    };

    /// <summary>The plan as far as the machine's state lets it be carried out.</summary>
    /// <exception cref="NodeException">Something is to be changed that MAAS would refuse.</exception>
    public Plan<MachineContext> Admit(Plan<MachineContext> plan, Machine machine, IStepHost host)
    {
        if (plan.IsEmpty || BlockerOf(machine) is not { } blocker)
            return plan;
        if (machine.StatusName is MachineState.Deployed or MachineState.Deploying)
        {
            var message =
                $"{plan.Changes.Count} differences in {What} can only be mended after machine {machine} is released: {plan.Changes[0]} ...";
            return plan.Block(blocker) with { Messages = [.. plan.Messages, message] };
        }

        if (host.PlanOnly)
            return plan.Block(blocker);
        if (machine.Locked)
            throw MachineState.Locked(machine);
        if (MachineState.HoldsSystem(machine))
            throw MachineState.InUse(machine, $"{What} set-up");
        throw MachineState.Wrong(machine, $"{What} set-up",
            $"MAAS allows it when the machine is {string.Join(", ", Allowed)}; release it or commission it first.");
    }
}

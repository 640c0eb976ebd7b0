using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Simulator.State;

/// <summary>A change to come, as data: a saved simulator goes on with it.</summary>
/// <param name="Machine">The machine it happens to.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Generation">The machine's life it belongs to; in another one it does not happen.</param>
internal sealed record Transition(SimulatedMachine Machine, TransitionKind Kind, int Generation)
{
    /// <summary>What follows a change of power that succeeds.</summary>
    public TransitionKind? Then { get; init; }

    /// <summary>What a commissioning leaves out.</summary>
    public CommissionOptions Options { get; init; } = CommissionOptions.Default;

    /// <summary>What the machine becomes, where that was settled beforehand.</summary>
    public MachineStatus Next { get; init; }
}

/// <summary>A transition and when it is due.</summary>
internal sealed record PendingTransition(Transition Transition, DateTimeOffset Due);

/// <summary>The parts that a commissioning leaves out. A flag of <c>0</c> is a yes to MAAS.</summary>
internal sealed record CommissionOptions(bool SkipNetworking, bool SkipStorage, bool SkipTests, bool SkipBmc)
{
    public static readonly CommissionOptions Default = new(false, false, false, false);

    /// <summary>Whether the machine looked at itself when it booted for the first time: it is New afterwards.</summary>
    public bool Enlists { get; init; }
}

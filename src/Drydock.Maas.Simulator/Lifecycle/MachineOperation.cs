namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>An operation that users ask for.</summary>
/// <param name="Name">Its <c>op</c>.</param>
/// <param name="From">The statuses in which MAAS takes it.</param>
/// <param name="To">The statuses one of which the machine has then, or once its power is switched.</param>
internal sealed record MachineOperation(string Name, MachineStatus[] From, params MachineStatus[] To)
{
    /// <summary>Whether MAAS takes it in the status.</summary>
    public bool IsTakenIn(MachineStatus status) => From.Contains(status);
}

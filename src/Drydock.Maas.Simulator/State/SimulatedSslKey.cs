namespace Drydock.Maas.Simulator.State;

/// <summary>A certificate that a user has added; installed machines of some operating systems get it.</summary>
internal sealed class SimulatedSslKey
{
    public required int Id { get; init; }

    public required SimulatedUser User { get; init; }

    /// <summary>In PEM, as sent.</summary>
    public required string Key { get; init; }
}

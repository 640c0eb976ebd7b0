namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>A machine's past, as far as it decides where the machine goes from a status.</summary>
internal interface IMachineHistory
{
    /// <summary>The status before this one, or before the tests or the rescue mode it is in.</summary>
    MachineStatus PreviousStatus { get; }

    /// <summary>Whether its last commissioning went well.</summary>
    bool CommissioningPassed { get; }
}

namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>What of a machine's past decides where it goes from a status.</summary>
internal interface IMachineHistory
{
    /// <summary>The status before this one, or before the tests or the rescue mode it is in.</summary>
    MachineStatus PreviousStatus { get; }

    /// <summary>Whether its last commissioning went well.</summary>
    bool CommissioningPassed { get; }
}

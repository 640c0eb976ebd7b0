namespace Drydock.Maas.Simulator.Lifecycle;

/// <summary>Kinds of what happens to a machine by itself, once it is due. The names stand in saved states.</summary>
internal enum TransitionKind
{
    PowerOn,
    PowerOff,
    CommissioningEnds,
    TestingEnds,
    AddressesGiven,
    DeploymentEnds,
    AbortEnds,
    ErasingEnds,
    ReleasePowersDown,
    ReleaseEnds,
    RescueBoots,
    RescueModeEntered,
    RescueModeLeft,
    TimesOut,
}

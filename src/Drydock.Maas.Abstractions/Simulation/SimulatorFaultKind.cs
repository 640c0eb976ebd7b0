namespace Drydock.Maas.Simulation;

/// <summary>The kinds of faults of a simulator.</summary>
public enum SimulatorFaultKind
{
    /// <summary>Answers late.</summary>
    Latency,

    /// <summary>409 with MAAS's page for a failed transaction and Retry-After; nothing was changed.</summary>
    Conflict,

    /// <summary>503 with Retry-After; nothing was changed.</summary>
    Unavailable,

    /// <summary>500; nothing was changed.</summary>
    ServerError,

    /// <summary>The connection is reset before the request is looked at.</summary>
    ResetBefore,

    /// <summary>The connection is reset after the request took effect, instead of the answer.</summary>
    ResetAfter,

    /// <summary>The connection is reset in the middle of the answer's body.</summary>
    TruncatedBody,

    /// <summary>The answer's body trickles in.</summary>
    SlowBody,

    /// <summary>A commissioning fails, with a failed script.</summary>
    CommissioningFailure,

    /// <summary>A commissioning never ends.</summary>
    CommissioningHang,

    /// <summary>Hardware tests fail, with a failed script.</summary>
    TestingFailure,

    /// <summary>An installation fails.</summary>
    DeploymentFailure,

    /// <summary>An installation never ends: the machine stays Deploying.</summary>
    DeploymentHang,

    /// <summary>A machine cannot be released.</summary>
    ReleaseFailure,

    /// <summary>A machine's power cannot be switched or asked for.</summary>
    PowerFailure,

    /// <summary>A rack controller is not connected.</summary>
    RackDown,

    /// <summary>Fabrics MAAS made by itself are missing for a while.</summary>
    FabricVanish,

    /// <summary>Boot images are still being imported.</summary>
    ImageImport,

    /// <summary>502 with a page of a gateway; the request never reached MAAS.</summary>
    BadGateway,

    /// <summary>504 with a page of a gateway after the request took effect.</summary>
    GatewayTimeout,
}

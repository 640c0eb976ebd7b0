namespace Drydock.Maas.Planning;

/// <summary>The ends of a check.</summary>
public enum CheckStatus
{
    /// <summary>In order.</summary>
    Passed,

    /// <summary>Provisioning is possible, but somebody should look.</summary>
    Warning,

    /// <summary>Provisioning will fail.</summary>
    Failed,
}

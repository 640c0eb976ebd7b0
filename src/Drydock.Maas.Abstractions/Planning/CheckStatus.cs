namespace Drydock.Maas.Planning;

/// <summary>How a check ended.</summary>
public enum CheckStatus
{
    /// <summary>In order.</summary>
    Passed,

    /// <summary>Provisioning is possible, but somebody should look.</summary>
    Warning,

    /// <summary>Provisioning will fail.</summary>
    Failed,
}

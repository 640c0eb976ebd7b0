using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>Options of a step with nodes. Each step has a record of its own, which says which step it is.</summary>
public abstract record NodeStepOptions
{
    /// <summary>Time limits, polling and clock.</summary>
    public StepTiming Timing { get; init; } = new();

    /// <summary>How often a commissioning or deployment that failed is tried again in one run.</summary>
    public int RetryCount { get; init; } = 3;

    /// <summary>The folder in which build data are saved, one folder below it for each node; null to save none.</summary>
    public string? BuildDataPath { get; init; }

    /// <summary>Collect build data of what failed only: of the rest MAAS holds them, and a step of their own reads them.</summary>
    public bool LeaveBuildData { get; init; }
}

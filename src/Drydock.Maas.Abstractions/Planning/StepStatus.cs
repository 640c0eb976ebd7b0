namespace Drydock.Maas.Planning;

/// <summary>The ends of a step for one node or network.</summary>
public enum StepStatus
{
    /// <summary>Something was changed, and it is now as designed.</summary>
    Changed,

    /// <summary>It was already as designed; nothing was written.</summary>
    Unchanged,

    /// <summary>Nothing was done, for the reason given: an earlier step failed, or the person said no.</summary>
    Skipped,

    /// <summary>It could not be done.</summary>
    Failed,

    /// <summary>-WhatIf: this is what would be changed.</summary>
    Planned,

    /// <summary>
    /// It differs from the design, which cannot be mended in the machine's present state: it is Deployed, for example. What could be mended
    /// is.
    /// </summary>
    Drifted,
}

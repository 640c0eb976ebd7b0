namespace Drydock.Maas.Tasks;

/// <summary>The verdicts on a task or a part of one; the first four words are Drydock's. Success alone says that everything is as designed.</summary>
public enum DrydockTaskVerdict
{
    /// <summary>It has not ended, or was never begun.</summary>
    Incomplete,

    /// <summary>Everything succeeded, and is as designed.</summary>
    Success,

    /// <summary>Some succeeded, some did not.</summary>
    PartialSuccess,

    /// <summary>Nothing succeeded.</summary>
    Failure,

    /// <summary>What could be done is done; something differs from the design that cannot be mended in its machine's present state.</summary>
    Drifted,

    /// <summary>-WhatIf: it is a plan, nothing was done.</summary>
    Planned,

    /// <summary>It was left out on purpose: the design says that it is not to be configured, for example.</summary>
    Skipped,

    /// <summary>The person said no.</summary>
    Declined,

    /// <summary>There was nothing it could have been about: no node is selected, or the site has nothing of the kind.</summary>
    NothingSelected,

    /// <summary>It was broken off (Ctrl+C); what had ended by then is told.</summary>
    Stopped,
}

namespace Drydock.Maas.Tasks;

/// <summary>How a task, or a part of one, ended; the words are Drydock's.</summary>
public enum DrydockTaskVerdict
{
    /// <summary>It has not ended, or was never begun.</summary>
    Incomplete,

    /// <summary>Everything succeeded, or there was nothing to do.</summary>
    Success,

    /// <summary>Some succeeded, some failed.</summary>
    PartialSuccess,

    /// <summary>Nothing succeeded.</summary>
    Failure,
}

namespace Drydock.Maas.Api;

/// <summary>A request is about to be repeated.</summary>
public sealed class RetryEventArgs : EventArgs
{
    /// <summary>Method and path, without secrets.</summary>
    public required string Request { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Which repetition this is, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>How many repetitions there may be.</summary>
    public int MaxAttempts { get; init; }

    /// <summary>How long it waits first.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether this is the last repetition.</summary>
    public bool IsLast => Attempt >= MaxAttempts;
}

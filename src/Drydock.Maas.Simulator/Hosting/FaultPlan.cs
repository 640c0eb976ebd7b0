using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>The faults of one request, worked out before it is answered.</summary>
internal sealed record FaultPlan
{
    public static readonly FaultPlan None = new();

    /// <summary>Time before the request is looked at.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What is answered instead of looking at the request.</summary>
    public ApiResponse? Answer { get; init; }

    public bool ResetsBefore { get; init; }

    public bool ResetsAfter { get; init; }

    /// <summary>What is answered in the real answer's place, once the request took effect.</summary>
    public ApiResponse? AnswerAfter { get; init; }

    /// <summary>Half the body is sent, then the connection is reset.</summary>
    public bool Truncates { get; init; }

    /// <summary>Over how long the body is spread; null for at once.</summary>
    public TimeSpan? BodyTime { get; init; }

    /// <summary>The faults, for the log; null for none.</summary>
    public string? Names { get; init; }
}

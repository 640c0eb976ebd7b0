namespace Drydock.Maas.Simulation;

/// <summary>A fault of a simulator: what it does wrong, to which requests or machines, and how often.</summary>
public sealed record SimulatorFault
{
    /// <summary>The simulator's number for it.</summary>
    public int Id { get; init; }

    /// <summary>The simulator it was set on; null before it is set.</summary>
    public Uri? Simulator { get; init; }

    /// <summary>What goes wrong.</summary>
    public required SimulatorFaultKind Kind { get; init; }

    /// <summary>Only requests of this HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>Only requests whose path matches; wildcards, with or without <c>/MAAS/api/2.0/</c> in front.</summary>
    public string? Path { get; init; }

    /// <summary>Only requests of this <c>op</c>; wildcards.</summary>
    public string? Operation { get; init; }

    /// <summary>Only this machine, rack or fabric: host name, FQDN, system id or name; wildcards.</summary>
    public string? Machine { get; init; }

    /// <summary>How likely it strikes where it could; 1 is always.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Makes chance repeatable.</summary>
    public int Seed { get; init; }

    /// <summary>How often it strikes before it is over; null for ever.</summary>
    public int? Count { get; init; }

    /// <summary>How many requests or machines it lets pass before it begins.</summary>
    public int After { get; init; }

    /// <summary>For how long it strikes, in simulated time; null for ever.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How late an answer is, or how long a slow body takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The longest delay of a spread one.</summary>
    public TimeSpan MaximumDelay { get; init; }

    /// <summary>How delays are spread.</summary>
    public LatencyDistribution Distribution { get; init; }

    /// <summary>What <c>Retry-After</c> says, in seconds; null for MAAS's own choice.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The text of the error, or of the machine's status; null for MAAS's own.</summary>
    public string? Message { get; init; }

    /// <summary>The script that fails; null for the usual one.</summary>
    public string? Script { get; init; }

    /// <summary>How many requests or machines it could have struck.</summary>
    public int Matches { get; init; }

    /// <summary>How many it has struck.</summary>
    public int Hits { get; init; }

    /// <summary>Whether it can still strike.</summary>
    public bool IsActive { get; init; } = true;
}

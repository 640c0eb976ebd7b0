namespace Drydock.Maas.Simulator.State;

internal sealed class SimulatedUser
{
    /// <summary>The number under which notifications name a user.</summary>
    public int Id { get; set; }

    public required string Username { get; init; }

    /// <summary>Null for one without; no two users have the same.</summary>
    public string? Email { get; set; }

    public bool IsSuperuser { get; set; }

    /// <summary>What the user gets an API key for; null for one who cannot.</summary>
    public string? Password { get; set; }

    public List<SimulatedToken> Tokens { get; } = [];
}

/// <summary>One of a user's API keys.</summary>
internal sealed class SimulatedToken
{
    public required string Consumer { get; init; }

    public required string Key { get; init; }

    public required string Secret { get; init; }

    public string Name { get; set; } = "MAAS consumer";
}

internal sealed class SimulatedSshKey
{
    public required int Id { get; init; }

    public required SimulatedUser User { get; init; }

    public required string Key { get; init; }
}

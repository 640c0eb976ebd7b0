namespace Drydock.Maas.Simulator.State;

internal sealed class SimulatedDomain
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public bool Authoritative { get; set; } = true;

    /// <summary>Seconds, or null for the server's default.</summary>
    public int? Ttl { get; set; }

    public bool IsDefault { get; set; }
}

internal sealed class SimulatedTag
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Definition { get; set; } = "";

    public string Comment { get; set; } = "";

    public string KernelOptions { get; set; } = "";
}

internal sealed class SimulatedZone
{
    /// <summary>Whatever zone has this name is the default one.</summary>
    public const string DefaultName = "default";

    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";
}

internal sealed class SimulatedPool
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";
}

internal sealed class SimulatedSshKey
{
    public required int Id { get; init; }

    public required SimulatedUser User { get; init; }

    public required string Key { get; init; }
}

/// <summary>One of a user's API keys.</summary>
internal sealed class SimulatedToken
{
    public required string Consumer { get; init; }

    public required string Key { get; init; }

    public required string Secret { get; init; }

    public string Name { get; set; } = "MAAS consumer";
}

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

internal sealed class SimulatedPackageRepository
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public required string Url { get; set; }

    public string? Key { get; set; } = "";

    public List<string> Distributions { get; set; } = [];

    public List<string> Components { get; set; } = [];

    public List<string> Arches { get; set; } = [];

    public List<string> DisabledPockets { get; set; } = [];

    public List<string> DisabledComponents { get; set; } = [];

    public bool DisableSources { get; set; } = true;

    public bool Enabled { get; set; } = true;

    /// <summary>One of the two repositories MAAS itself brings, which cannot be deleted.</summary>
    public bool IsDefault { get; init; }
}

namespace Drydock.Maas.Models;

/// <summary>A DNS domain (domains/).</summary>
public sealed record Domain : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Whether MAAS answers for it.</summary>
    public bool? Authoritative { get; init; }

    /// <summary>Whether new machines get it.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Time to live in seconds.</summary>
    public int? Ttl { get; init; }

    /// <summary>Number of DNS records.</summary>
    public int ResourceRecordCount { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

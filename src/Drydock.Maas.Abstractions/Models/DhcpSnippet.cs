using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A piece of configuration for MAAS's DHCP server (dhcp-snippets/).</summary>
public sealed record DhcpSnippet : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The configuration.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it is used.</summary>
    public bool Enabled { get; init; }

    /// <summary>The node it is for.</summary>
    public ResourceStub? Node { get; init; }

    /// <summary>The subnet it is for.</summary>
    public Subnet? Subnet { get; init; }

    /// <summary>The range it is for.</summary>
    [JsonPropertyName("iprange")]
    public IPRange? IPRange { get; init; }

    /// <summary>Whether it is for all.</summary>
    public bool GlobalSnippet { get; init; }

    /// <summary>Its revisions.</summary>
    public IReadOnlyList<DhcpSnippetRevision> History { get => field ?? TextList<DhcpSnippetRevision>.Empty; init => field = TextList<DhcpSnippetRevision>.From(value); }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>A revision of a DHCP snippet.</summary>
public sealed record DhcpSnippetRevision : MaasObject
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The configuration.</summary>
    public string? Value { get; init; }

    /// <summary>When it was made.</summary>
    public string? Created { get; init; }
}

namespace Drydock.Maas.Models;

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

using Drydock.Maas.Security;

namespace Drydock.Maas.Models;

/// <summary>A mirror that the region takes images from (boot-sources/).</summary>
public sealed record BootSource : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The address of the simplestreams index; user and password in it are masked.</summary>
    public string Url { get => UrlCredential.Hide(FullUrl); init => FullUrl = value ?? ""; }

    /// <summary>The address with its user and password.</summary>
    internal string FullUrl { get; init; } = "";

    /// <summary>The key ring's path on the region controller.</summary>
    public string? KeyringFilename { get; init; }

    /// <summary>The key ring as base64.</summary>
    public string? KeyringData { get; init; }

    /// <summary>When it was made.</summary>
    public string? Created { get; init; }

    /// <summary>When it changed last.</summary>
    public string? Updated { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => Url;
}

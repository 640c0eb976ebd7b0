namespace Drydock.Maas.Api;

/// <summary>A boot source to make or change; null leaves a field as it is.</summary>
public sealed record BootSourceRequest
{
    /// <summary>The address of the simplestreams index.</summary>
    public string? Url { get; init; }

    /// <summary>The key ring's path on the region controller.</summary>
    public string? KeyringFilename { get; init; }

    /// <summary>The key ring itself.</summary>
    public byte[]? KeyringData { get; init; }
}

namespace Drydock.Maas.Api;

/// <summary>A request of any kind, for what has no method of its own.</summary>
public sealed record ApiRequest
{
    /// <summary>GET, POST, PUT or DELETE.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The path below api/2.0/, for example machines/ or subnets/1/.</summary>
    public required string Path { get; init; }

    /// <summary>The operation (op=), for example list_allocated; null for none.</summary>
    public string? Operation { get; init; }

    /// <summary>Parameters, in the query of a GET and in the form of anything else; a name may repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];
}

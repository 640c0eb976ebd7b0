using System.Text.Json.Nodes;

namespace Drydock.Maas.Client.Http;

/// <summary>One request: method, path below api/2.0/, operation, query and form.</summary>
internal sealed record MaasRequest(HttpMethod Method, string Path)
{
    /// <summary>The operation (op), if any; sent in the query.</summary>
    public string? Operation { get; init; }

    public RequestParameters Query { get; init; } = new();

    public RequestParameters Form { get; init; } = new();

    /// <summary>A JSON body in place of the form: a list that is cleared cannot be sent in one.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>A file beside the form, which is then sent in parts.</summary>
    public MaasFile? File { get; init; }

    /// <summary>The nonce to sign with; one of chance when left out.</summary>
    public OAuthNonce? Nonce { get; init; }

    /// <summary>
    /// Why a conflict is an answer although MAAS asks to come again, having tried it ten times itself: what the database does not allow is
    /// told like a lost race. Null where coming again may help.
    /// </summary>
    public string? FinalConflict => Operation is not null ? null
        : Method == HttpMethod.Post && Path == "users/" ? "Most likely the name is taken."
        : Method == HttpMethod.Delete && Path.StartsWith("subnets/", StringComparison.Ordinal)
            ? $"Something still refers to an address of it, a machine's power controller for example: Invoke-MaasApi {Path} -Operation ip_addresses lists them."
        : null;

    /// <summary>Whether MAAS answers only when a machine's power controller has done its part, which takes longer than anything else.</summary>
    public bool AwaitsPower { get; init; }

    /// <summary>Whether it changes nothing and can be repeated at will.</summary>
    public bool IsRead => Method == HttpMethod.Get;

    /// <summary>Whether it changes a machine, or something of one: an interface, a disk.</summary>
    public bool IsMachineWrite => !IsRead
        && (Path.StartsWith("machines/", StringComparison.Ordinal) || Path.StartsWith("nodes/", StringComparison.Ordinal))
        && Path.IndexOf('/', StringComparison.Ordinal) < Path.Length - 1;

    /// <summary>Method, path and operation; never a parameter, which may be a secret.</summary>
    public override string ToString() => Operation is null ? $"{Method} {Path}" : $"{Method} {Path}?op={Operation}";
}

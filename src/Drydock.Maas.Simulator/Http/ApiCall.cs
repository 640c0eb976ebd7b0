using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Http;

/// <summary>One request as its handler sees it: routed, authenticated, parsed.</summary>
internal sealed record ApiCall
{
    public required string Method { get; init; }

    /// <summary>Path relative to <c>api/2.0/</c>, as sent.</summary>
    public required string Path { get; init; }

    /// <summary>The host and port the client believes to talk to.</summary>
    public string Host { get; init; } = "";

    public string? Op { get; init; }

    public ParameterSet Query { get; init; } = ParameterSet.Empty;

    public ParameterSet Form { get; init; } = ParameterSet.Empty;

    /// <summary>The body, if it was a form: what the handlers of MAAS see that do not look at JSON.</summary>
    public ParameterSet Post => Form.IsJson ? ParameterSet.Empty : Form;

    /// <summary>All values of a form's field; the handlers of MAAS that ask for several fail over a body of JSON.</summary>
    /// <exception cref="ApiException">500: the body is JSON.</exception>
    public IReadOnlyList<string> DemandList(string name) =>
        Form.IsJson ? throw new ApiException(ApiResponse.Text(500, "'dict' object has no attribute 'getlist'")) : Form.GetAll(name);

    public ReadOnlyMemory<byte> Body { get; init; }

    public IReadOnlyDictionary<string, string> Route { get; init; } = new Dictionary<string, string>();

    /// <summary>Who asks; null when the request carries no credentials.</summary>
    public SimulatedUser? User { get; init; }

    public required SimulatorState State { get; init; }

    /// <summary>The user, where the route only admits signed requests.</summary>
    public SimulatedUser SignedUser => User ?? throw new ApiException(ApiResponse.Unauthorized());

    /// <summary>Leaves with a 403 without a word, as MAAS does where it looks an object up before it asks who may change it.</summary>
    public void DemandPermission()
    {
        if (User is not { IsSuperuser: true })
            throw new ApiException(ApiResponse.Forbidden());
    }

    public void DemandAdmin()
    {
        if (User is not { IsSuperuser: true })
            throw new ApiException(ApiResponse.AdminOnly());
    }
}

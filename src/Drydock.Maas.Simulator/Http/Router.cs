using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Http;

/// <summary>The route table, and what MAAS says to paths, methods and operations that are not in it.</summary>
internal sealed class Router
{
    private const string ApiRoot = "/MAAS/api/2.0/";

    private readonly List<Resource> _resources = [];

    public void Map(string method, string template, string? op, Func<ApiCall, ApiResponse> handler, Access access = Access.User) =>
        ResourceOf(template).Routes[(method, op)] = new(handler, access);

    /// <summary>Declares a resource that answers callers without credentials, be it only to refuse the operation.</summary>
    public void AdmitAnonymous(string template) => ResourceOf(template).AdmitsAnonymous = true;

    /// <summary>Every resource with its methods and operations, in the order of registration.</summary>
    public IEnumerable<(string Template, bool Anonymous, IReadOnlyList<(string Method, string? Op)> Actions)> Describe() =>
        _resources.Select(
            resource => (resource.Template.Text, resource.AdmitsAnonymous, (IReadOnlyList<(string, string?)>)[.. resource.Routes.Keys]));

    /// <summary>Answers a request; the caller is authenticated only once the path is known to exist.</summary>
    public ApiResponse Route(ApiRequest request, SimulatorState state, Func<SimulatedUser?> authenticate)
    {
        if (request.Path.StartsWith("/MAAS/api/1.0/", StringComparison.Ordinal))
            return ApiResponse.BareText(410, "The 1.0 API is no longer available. Please use API version 2.0.");
        if (!request.Path.StartsWith(ApiRoot, StringComparison.Ordinal))
            return UnknownPath(request);
        var path = request.Path[ApiRoot.Length..];
        var pathOp = OperationInPath(ref path);
        foreach (var resource in _resources)
        {
            if (resource.Template.Match(path) is { } values)
                return Dispatch(request, path, pathOp, resource, values, state, authenticate());
        }

        return UnknownPath(request);
    }

    private static ApiResponse Dispatch(
        ApiRequest request,
        string path,
        string? pathOp,
        Resource resource,
        IReadOnlyDictionary<string, string> values,
        SimulatorState state,
        SimulatedUser? user)
    {
        if (user is null && !resource.AdmitsAnonymous && !resource.Routes.Values.Any(route => route.Access == Access.Anonymous))
            return ApiResponse.Unauthorized();
        if (resource.Routes.Keys.All(key => key.Method != request.Method))
            return ApiResponse.MethodNotAllowed(resource.Routes.Keys.Select(key => key.Method).Distinct().Order(StringComparer.Ordinal));
        var query = BodyReader.ReadUrlEncoded(request.Query);
        var form = BodyReader.Read(request.ContentType, request.Body);
        var op = pathOp ?? query.Get("op") ?? form.Get("op");
        if (!resource.Routes.TryGetValue((request.Method, op), out var route) || (user is null && route.Access != Access.Anonymous))
            return ApiResponse.Text(400, $"Unrecognised signature: method={request.Method} op={op ?? "None"}");
        if (query.Get("format") is { } format and not "json")
            return ApiResponse.BareText(400, $"Invalid output format specified '{format}'.");
        var call = new ApiCall
        {
            Method = request.Method,
            Path = path,
            Op = op,
            Query = query.Without("op"),
            Form = form.Without("op"),
            Body = request.Body,
            Route = values,
            User = user,
            State = state,
        };
        if (route.Access == Access.Admin)
            call.DemandAdmin();
        if (route.Access == Access.NodeAdmin && user is not { IsSuperuser: true })
            return ApiResponse.Forbidden();
        return route.Handler(call);
    }

    private static string? OperationInPath(ref string path)
    {
        var cut = path.LastIndexOf("/op-", StringComparison.Ordinal);
        if (cut < 0 || path.IndexOf('/', cut + 1) >= 0)
            return null;
        var op = path[(cut + 4)..];
        path = path[..(cut + 1)];
        return op;
    }

    private static ApiResponse UnknownPath(ApiRequest request) => ApiResponse.Text(404, $"Unknown API endpoint: {request.Path}.");

    private Resource ResourceOf(string template)
    {
        var resource = _resources.Find(known => known.Template.Text == template);
        if (resource is null)
            _resources.Add(resource = new(new(template)));
        return resource;
    }

    private sealed record Target(Func<ApiCall, ApiResponse> Handler, Access Access);

    private sealed class Resource(RouteTemplate template)
    {
        public RouteTemplate Template { get; } = template;

        public Dictionary<(string Method, string? Op), Target> Routes { get; } = [];

        public bool AdmitsAnonymous { get; set; }
    }
}

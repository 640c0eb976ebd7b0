using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Http;

/// <summary>The route table, and what MAAS says to paths, methods and operations that are not in it.</summary>
internal sealed partial class Router
{
    public const string ApiRoot = "/MAAS/api/2.0/";

    private readonly List<Resource> _resources = [];
    private readonly Dictionary<string, Resource> _byTemplate = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Func<ApiRequest, SimulatorState, ApiResponse>> _pages = new(StringComparer.Ordinal);

    // By first segment and number of segments: a request is held against a handful of templates, not against all.
    private readonly Dictionary<(string First, int Length), List<Resource>> _index = [];

    public void Map(string method, string template, string? op, Func<ApiCall, ApiResponse> handler, Access access = Access.User) =>
        GetResource(template).Routes[(method, op)] = new(handler, access);

    /// <summary>Adds a page beside the API: it knows no operations and asks for no signature.</summary>
    public void MapPage(string path, Func<ApiRequest, SimulatorState, ApiResponse> page) => _pages[path] = page;

    /// <summary>Declares a resource that only administrators reach, whatever is asked of it.</summary>
    public void RestrictToAdmins(string template) => GetResource(template).IsRestricted = true;

    /// <summary>Every resource with its methods and operations, in the order of registration.</summary>
    public IEnumerable<RouteGroup> Describe() => _resources.Select(
        resource => new RouteGroup(
            resource.Template.Text,
            [.. resource.Routes.Select(route => new RouteAction(route.Key.Method, route.Key.Op, route.Value.Access))]));

    /// <summary>Answers a request; the caller is authenticated only once the path is known to exist.</summary>
    public ApiResponse Route(ApiRequest request, SimulatorState state, Func<SimulatedUser?> authenticate)
    {
        if (request.Path.StartsWith("/MAAS/api/1.0/", StringComparison.Ordinal))
            return ApiResponse.BareText(410, "The 1.0 API is no longer available. Please use API version 2.0.");
        if (!request.Path.StartsWith(ApiRoot, StringComparison.Ordinal))
            return _pages.TryGetValue(request.Path, out var page) ? page(request, state) : LoginRedirect.Answer(request.Path, state.Rules);
        var path = Slashes().Replace(request.Path[ApiRoot.Length..], "/");
        var pathOp = OperationInPath(ref path);
        // What answers everybody looks at no signature, not even at a wrong one.
        return Find(path) is { } found
            ? Dispatch(request, path, pathOp, found.Resource, found.Values, state, found.Resource.IsPublic ? null : authenticate())
            : UnknownPath(request);
    }

    /// <summary>The template of an absolute path; null when there is none.</summary>
    public string? GetTemplate(string path)
    {
        if (!path.StartsWith(ApiRoot, StringComparison.Ordinal))
            return null;
        var relative = path[ApiRoot.Length..];
        OperationInPath(ref relative);
        return Find(relative)?.Resource.Template.Text;
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
        if (resource.IsRestricted && user is not { IsSuperuser: true })
            return ApiResponse.Forbidden("User is not allowed access to this API.");
        if (user is null && !resource.IsPublic && !resource.Routes.Any(route => route.Key.Method == request.Method && IsOpen(route.Value, null)))
            return ApiResponse.Unauthorized();
        if (resource.Routes.Keys.All(key => key.Method != request.Method))
            return ApiResponse.MethodNotAllowed(resource.Routes.Keys.Select(key => key.Method).Distinct().Order(StringComparer.Ordinal));
        var query = BodyReader.ReadUrlEncoded(request.Query);
        var form = BodyReader.Read(request.ContentType, request.Body);
        // An empty op of a query is none at all to MAAS; some clients send it with everything.
        var op = query.Get("op") is { Length: > 0 } asked ? asked : form.IsJson ? pathOp : form.Get("op") ?? pathOp;
        if (!resource.Routes.TryGetValue((request.Method, op), out var route) || !IsOpen(route, user))
            return ApiResponse.Text(400, $"Unrecognised signature: method={request.Method} op={op ?? "None"}");
        if (query.Get("format") is { } format and not "json")
            return ApiResponse.BareText(400, $"Invalid output format specified '{format}'.");
        var call = new ApiCall
        {
            Method = request.Method,
            Path = path,
            Host = request.Host,
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

    private static bool IsOpen(Target route, SimulatedUser? user) => route.Access switch
    {
        Access.Anonymous => true,
        Access.Stranger => user is null,
        _ => user is not null,
    };

    private static string? OperationInPath(ref string path)
    {
        var cut = path.LastIndexOf("/op-", StringComparison.Ordinal);
        if (cut < 0 || path.IndexOf('/', cut + 1) >= 0)
            return null;
        var op = path[(cut + 4)..];
        path = path[..(cut + 1)];
        return op;
    }

    [GeneratedRegex("//+")]
    private static partial Regex Slashes();

    private static ApiResponse UnknownPath(ApiRequest request) => ApiResponse.Text(404, $"Unknown API endpoint: {request.Path}.");

    private (Resource Resource, IReadOnlyDictionary<string, string> Values)? Find(string path)
    {
        var parts = path.Split('/');
        foreach (var resource in _index.GetValueOrDefault((parts[0], parts.Length)) ?? [])
        {
            if (resource.Template.Match(parts) is { } values)
                return (resource, values);
        }

        return null;
    }

    private Resource GetResource(string template)
    {
        if (_byTemplate.TryGetValue(template, out var known))
            return known;
        var resource = new Resource(new(template));
        _resources.Add(resource);
        _byTemplate[template] = resource;
        var key = (template.Split('/')[0], resource.Template.Length);
        if (!_index.TryGetValue(key, out var alike))
            _index[key] = alike = [];
        alike.Add(resource);
        return resource;
    }

    private sealed record Target(Func<ApiCall, ApiResponse> Handler, Access Access);

    private sealed class Resource(RouteTemplate template)
    {
        public RouteTemplate Template { get; } = template;

        public Dictionary<(string Method, string? Op), Target> Routes { get; } = [];

        /// <summary>Whether it asks nobody for a signature.</summary>
        public bool IsPublic => Routes.Values.All(route => route.Access == Access.Anonymous);

        public bool IsRestricted { get; set; }
    }
}

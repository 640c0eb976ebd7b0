using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary><c>files/</c>: what users keep on the server; who knows a file's key reads it without credentials.</summary>
internal sealed class FilesApi : IApiModule
{
    private const string All = "files/";

    /// <summary>Names may have slashes, of which one is enough for what clients store.</summary>
    private static readonly string[] Ones = ["files/{name}/", "files/{folder}/{name}/"];

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("GET", All, "get", GetByName);
        router.Map("GET", All, "get_by_key", GetByKey, Access.Anonymous);
        router.Map("POST", All, null, Create);
        router.Map("DELETE", All, null, call => Delete(call, call.Query.Demand("filename")));
        foreach (var one in Ones)
        {
            router.Map("GET", one, null, Get);
            router.Map("DELETE", one, null, call => Delete(call, NameIn(call)));
        }
    }

    private static ApiResponse List(ApiCall call)
    {
        var prefix = call.Query.Get("prefix") ?? "";
        var found = Own(call).Where(file => file.Name.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(file => file.Name, StringComparer.Ordinal);
        return ApiResponse.Json(ApiJson.List(found, Render));
    }

    private static ApiResponse Create(ApiCall call)
    {
        if (call.Form.Get("filename") is not { Length: > 0 } name)
            return ApiResponse.Text(400, "Filename not supplied");
        if (call.Form.Files.Count == 0)
            return ApiResponse.Text(400, "File not supplied");
        if (call.Form.Files.Count != 1)
            return ApiResponse.Text(400, "Exactly one file must be supplied");
        if (!call.Form.Files.TryGetValue("file", out var octets))
            return ApiResponse.Text(500, "'file'");
        var content = Convert.ToBase64String(octets);
        if (Find(call, name) is { } known)
            known.Content = content;
        else
            call.State.Files.Add(new() { User = call.SignedUser, Name = name, Content = content });
        return new(201, ApiResponse.HtmlType);
    }

    private static ApiResponse GetByName(ApiCall call) => Find(call, call.Query.Demand("filename")) is { } file
        ? Send(file)
        : ApiResponse.Text(404, "File not found");

    private static ApiResponse GetByKey(ApiCall call)
    {
        var key = call.Query.Demand("key");
        return Send(call.State.Files.Find(file => file.Key == key) ?? throw Missing());
    }

    // Clients tell a file that is not there from an endpoint that is not there by the header.
    private static ApiResponse Get(ApiCall call)
    {
        if (Find(call, NameIn(call)) is not { } file)
            return ApiResponse.NotFound("Not Found") with { ContentType = ApiResponse.HtmlType, Headers = ApiResponse.Header("Workaround", "bug1123986") };
        var body = Render(file);
        body["content"] = file.Content;
        return ApiResponse.Json(body);
    }

    private static ApiResponse Delete(ApiCall call, string name)
    {
        call.State.Files.Remove(Find(call, name) ?? throw Missing());
        return ApiResponse.NoContent();
    }

    private static JsonObject Render(SimulatedFile file) => new()
    {
        ["filename"] = file.Name,
        ["anon_resource_uri"] = ApiJson.Uri($"files/?op=get_by_key&key={file.Key}"),
        ["resource_uri"] = $"{Router.ApiRoot}files/{string.Join('/', file.Name.Split('/').Select(Uri.EscapeDataString))}/",
    };

    private static ApiResponse Send(SimulatedFile file) => new(200, ApiResponse.HtmlType) { Body = Convert.FromBase64String(file.Content) };

    private static IEnumerable<SimulatedFile> Own(ApiCall call) => call.State.Files.Where(file => file.User == call.User);

    private static SimulatedFile? Find(ApiCall call, string name) => Own(call).FirstOrDefault(file => file.Name == name);

    private static string NameIn(ApiCall call) => call.Route.TryGetValue("folder", out var folder) ? $"{folder}/{call.Route["name"]}" : call.Route["name"];

    private static ApiException Missing() => Lookup.Missing("FileStorage");
}

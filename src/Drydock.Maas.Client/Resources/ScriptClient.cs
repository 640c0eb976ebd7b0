using System.Text;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>scripts/; a single one has no trailing slash.</summary>
internal sealed class ScriptClient(ApiConnection api) : IScriptClient
{
    public Task<IReadOnlyList<Script>> ListAsync(ScriptFilter filter, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new RequestParameters()
            .Add("type", filter.Type)
            .Add("hardware_type", filter.HardwareType)
            .Add("filters", filter.Filters.Count == 0 ? null : string.Join(',', filter.Filters))
            .Flag("include_script", filter.IncludeScript);
        return api.ListAsync<Script>(Routes.List.ToRequest() with { Query = query }, token);
    }

    public Task<Script> CreateAsync(ScriptRequest script, CancellationToken token) =>
        api.SendAsync<Script>(Routes.Create.ToRequest() with { Form = Form(script), File = Content(script) }, token);

    public Task<Script> UpdateAsync(string name, ScriptRequest update, CancellationToken token) =>
        api.SendAsync<Script>(Routes.Update.ToRequest(name) with { Form = Form(update), File = Content(update) }, token);

    private static RequestParameters Form(ScriptRequest script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return new RequestParameters()
            .Add("name", script.Name)
            .Add("title", script.Title)
            .Add("description", script.Description)
            .AddJoined("tags", script.Tags)
            .Add("type", script.Type)
            .Add("hardware_type", script.HardwareType)
            .Add("parallel", script.Parallel)
            .Add("timeout", script.Timeout is { } timeout ? (long)timeout.TotalSeconds : null)
            .Add("destructive", script.Destructive)
            .Add("may_reboot", script.MayReboot)
            .Add("recommission", script.Recommission)
            .AddJoined("for_hardware", script.ForHardware)
            .Add("comment", script.Comment);
    }

    private static MaasFile? Content(ScriptRequest script) =>
        script.Content is null ? null : new("script", Encoding.UTF8.GetBytes(script.Content));

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("scripts/");
        public static readonly ApiRoute Create = ApiRoute.Post("scripts/");
        public static readonly ApiRoute Update = ApiRoute.Put("scripts/{name}");
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Machines;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>scripts/</c>, and <c>scripts/{name}</c> without a slash: MAAS's own, which stay as they are, and those of users.</summary>
internal sealed partial class ScriptsApi : IApiModule
{
    private static readonly string[] Types = ["commissioning", "", "testing", "release"];

    public void Register(Router router)
    {
        router.Map("GET", "scripts/", null, List);
        router.Map("POST", "scripts/", null, Create, Access.Admin);
        router.Map("GET", "scripts/{name}", null, call => ApiResponse.Json(ScriptJson.Render(Find(call), WantsContent(call))));
        router.Map("GET", "scripts/{name}", "download", call => ApiResponse.Text(200, Find(call).Revisions[0].Text));
        router.Map("PUT", "scripts/{name}", null, Update, Access.Admin);
        router.Map("DELETE", "scripts/{name}", null, Delete, Access.Admin);
    }

    private static ApiResponse List(ApiCall call)
    {
        var type = call.Query.Get("type") is { Length: > 0 } text ? Array.IndexOf(Types, text) : -1;
        var filters = call.Query.Get("filters")?.Split(',');
        var own = ScriptSets.Commissioning.Select((name, index) => (Name: name, Id: index + 1, Type: 0))
            .Append((Name: ScriptSets.DiskTest, Id: ScriptSets.Commissioning.Length + 1, Type: 2))
            .Where(s => (type < 0 || s.Type == type) && (filters is null || filters.Contains(s.Name)))
            .Select(s => ScriptJson.RenderDefault(s.Id, s.Name, s.Type));
        var uploaded = call.State.Scripts
            .Where(s => (type < 0 || s.Type == type) && (filters is null || filters.Contains(s.Name) || s.Tags.Exists(filters.Contains)))
            .Select(s => ScriptJson.Render(s, WantsContent(call)));
        return ApiResponse.Json(new JsonArray([.. own.Concat(uploaded)]));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var text = errors.Text("script").Length == 0 ? "" : call.Form.Get("script")!;
        var name = Metadata(text, "name") ?? errors.Text("name");
        if (call.Form.Get("name") is { Length: > 0 } given && given != name)
            errors.Add("name", "May not override values defined in embedded YAML.");
        if (ScriptSets.Commissioning.Contains(name) || name == ScriptSets.DiskTest || call.State.Scripts.Exists(s => s.Name == name))
            errors.Add("name", "Script with this Name already exists.");
        Check(errors, text);
        errors.ThrowIfAny();
        var script = new SimulatedNodeScript { Id = call.State.Ids.Next("script") + ScriptSets.Commissioning.Length + 1, Name = name };
        Apply(call, script, text);
        call.State.Scripts.Add(script);
        return ApiResponse.Json(ScriptJson.Render(script, withContent: false));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var script = Find(call);
        var errors = new FieldErrors(call.Form);
        var text = call.Form.Get("script");
        if (text is not null)
            Check(errors, text);
        errors.ThrowIfAny();
        Apply(call, script, text);
        return ApiResponse.Json(ScriptJson.Render(script, withContent: false));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.Scripts.Remove(Find(call));
        return ApiResponse.NoContent();
    }

    private static void Check(FieldErrors errors, string text)
    {
        if (text.Length > 0 && !text.StartsWith("#!/", StringComparison.Ordinal))
            errors.Add("script", "Must start with shebang.");
    }

    private static void Apply(ApiCall call, SimulatedNodeScript script, string? text)
    {
        script.Title = call.Form.Get("title") ?? Metadata(text, "title") ?? script.Title;
        script.Description = call.Form.Get("description") ?? Metadata(text, "description") ?? script.Description;
        if ((call.Form.Get("type") ?? Metadata(text, "script_type")) is { } type && Array.IndexOf(Types, type) is >= 0 and var number)
            script.Type = number;
        script.Tags = new FieldErrors(call.Form).Values("tags", script.Tags);
        if (text is not null)
        {
            script.Revisions.Insert(0, new()
            {
                Id = call.State.Ids.Next("scriptrevision"),
                Text = text.Replace("\r\n", "\n", StringComparison.Ordinal),
                Comment = call.Form.Get("comment") ?? "",
                Created = call.State.Now,
            });
        }
    }

    private static bool WantsContent(ApiCall call) => call.Query.Get("include_script") is { } text && FieldErrors.IsTrue(text);

    private static SimulatedNodeScript Find(ApiCall call) =>
        call.State.Scripts.Find(s => Lookup.Matches(call.Route["name"], s.Id, s.Name)) ?? throw Lookup.Missing("Script");

    /// <summary>A plain value of the metadata block in the script's comments.</summary>
    private static string? Metadata(string? text, string key) => Block().Match(text ?? "") is { Success: true } block
        && Regex.Match(block.Value, $@"^\s*#\s*{key}:\s*(.+?)\s*$", RegexOptions.Multiline) is { Success: true } line
            ? line.Groups[1].Value.Trim('"', '\'')
            : null;

    [GeneratedRegex(@"Start MAAS 1\.0 script metadata.*End MAAS 1\.0 script metadata", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Block();
}

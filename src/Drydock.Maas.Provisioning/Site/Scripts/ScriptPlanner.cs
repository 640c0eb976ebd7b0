using System.Text.RegularExpressions;
using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.Scripts;

/// <summary>Plans the upload of scripts whose content is not what MAAS has.</summary>
internal static partial class ScriptPlanner
{
    public static IReadOnlyList<SitePart> Plan(IReadOnlyList<SiteScript> scripts, IReadOnlyList<Script> present, bool overwrite = false) =>
        [.. scripts.GroupBy(s => s.Name, StringComparer.Ordinal).Select(g => SitePart.Make(
            g.Key, () => PlanScript([.. g], present.FirstOrDefault(p => p.Name == g.Key), overwrite)))];

    private static Plan PlanScript(IReadOnlyList<SiteScript> scripts, Script? present, bool overwrite)
    {
        var script = scripts[0];
        Check(scripts, present);
        Operation[] upload = present is null ? [new CreateScript(script)]
            : ReviseScript.Newest(present)?.TrimEnd() == script.Text.TrimEnd() ? []
            : [new ReviseScript(script, present) is var revise && (revise.IsOurs || overwrite) ? revise : throw Taken(script, present)];
        return new(upload)
        {
            Messages = script.Type is null ? [$"Script {script.Name} does not say its script_type; MAAS takes it for a testing script."] : [],
        };
    }

    private static void Check(IReadOnlyList<SiteScript> scripts, Script? present)
    {
        var script = scripts[0];
        if (scripts.Count > 1)
            throw Invalid(
                $"{string.Join(" and ", scripts.Select(s => s.Path))} are both called {script.Name}. Give each a name of its own.");
        if (!script.Text.StartsWith("#!/", StringComparison.Ordinal))
            throw Invalid($"{script.Path} is no script: its first line has to begin with #!/.");
        if (!ValidName().IsMatch(script.Name))
            throw Invalid($"\"{script.Name}\" ({script.Path}) is no name for a script: MAAS takes letters, digits, _, - and dots.");
        if (present is { Default: true })
            throw Invalid($"Script {script.Name} ({script.Path}) is called like one of MAAS's own. Give it another name.");
    }

    private static NodeException Taken(SiteScript script, Script present) => new(
        ErrorIds.ScriptTaken,
        $"MAAS has another script {script.Name}{ReviseScript.ShowComment(present)}, {ScriptUpload.ShowSize(ReviseScript.Newest(present))} long, which was not "
        + "uploaded by this module; "
        + $"{script.Path} would take its place. Give the file another name, or use -Overwrite: MAAS keeps the revision there is.");

    private static NodeException Invalid(string message) => new(ErrorIds.ScriptInvalid, message);

    [GeneratedRegex(@"^[\w.-]+$")]
    private static partial Regex ValidName();
}

using System.Management.Automation;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Scripts;

namespace Drydock.Maas.Commands.Site;

/// <summary>Uploads the commissioning and testing scripts that a site brings, where MAAS has none of that content.</summary>
[Cmdlet(VerbsCommon.Set, "MaasSiteScript", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(DrydockStepResult))]
public sealed class SetMaasSiteScriptCommand : SiteStepCommand
{
    /// <summary>Script files, or folders of them; wildcards are allowed. Each begins with #! and may hold MAAS's metadata block.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Path")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Script files or folders, taken as they are written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Replace a script of that name that somebody else uploaded; MAAS keeps the revision there is.</summary>
    [Parameter]
    public SwitchParameter Overwrite { get; set; }

    private protected override SiteStepOptions MakeOptions()
    {
        var files = new List<string>();
        foreach (var path in ParameterSetName == "LiteralPath" ? LiteralPath : Path)
            files.AddRange(Find(path));
        return new ScriptStepOptions
        {
            Overwrite = Overwrite,
            Scripts = [.. files.Distinct(StringComparer.Ordinal).Select(f => new SiteScript(f, File.ReadAllText(f)))],
        };
    }

    private IEnumerable<string> Find(string path)
    {
        try
        {
            var found = ParameterSetName == "LiteralPath"
                ? [GetUnresolvedProviderPathFromPSPath(path)]
                : GetResolvedProviderPathFromPSPath(path, out _);
            if (found.Count == 0 || found.Any(f => !File.Exists(f) && !Directory.Exists(f)))
                ThrowTerminatingError(ErrorRecords.NotFound(ErrorIds.FileNotFound, $"There is no file or folder {path}.", path));
            return found.SelectMany(
                f => Directory.Exists(f) ? Directory.GetFiles(f).Order(StringComparer.Ordinal) : (IEnumerable<string>)[f]);
        }
        catch (ItemNotFoundException)
        {
            ThrowTerminatingError(ErrorRecords.NotFound(ErrorIds.FileNotFound, $"There is no file or folder {path}.", path));
            throw;
        }
    }
}

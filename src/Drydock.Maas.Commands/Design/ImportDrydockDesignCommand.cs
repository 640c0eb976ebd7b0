using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Design;
using Microsoft.PowerShell.Commands;

namespace Drydock.Maas.Commands.Design;

/// <summary>Reads Drydock documents and compiles them into the effective site. All files given make one site.</summary>
[Cmdlet(VerbsData.Import, "DrydockDesign", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SiteDesign))]
public sealed class ImportDrydockDesignCommand : AsyncCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private readonly List<string> _files = [];

    /// <summary>Files and folders with documents (*.yaml and *.yml, at any depth); wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files and folders, taken as they are written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Collects the files.</summary>
    protected override void ProcessRecord()
    {
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var path in isLiteral ? LiteralPath : Path)
        {
            // A site with a part missing is another site: nothing is read then.
            try
            {
                foreach (var found in isLiteral ? [Literal(path)] : Expand(path))
                    _files.AddRange(DesignFiles.Expand(found).Except(_files, StringComparer.Ordinal).ToList());
            }
            catch (MaasException e)
            {
                ThrowTerminatingError(e.ToErrorRecord(path));
            }
            catch (ItemNotFoundException)
            {
                ThrowTerminatingError(ErrorRecords.NotFound("FileNotFound", $"There is no file or folder {path}.", path));
            }
        }
    }

    /// <summary>Reads them.</summary>
    protected override void EndProcessing()
    {
        try
        {
            var sources = _files.Select(DesignSource.FromFile).ToList();
            var site = Await(token => Task.FromResult(DesignReader.Read(sources, null, token)));
            foreach (var warning in site.Warnings)
                WriteWarning(warning.ToString());
            WriteObject(site);
        }
        catch (DesignException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(_files));
        }
    }

    private IEnumerable<string> Expand(string path)
    {
        var found = GetResolvedProviderPathFromPSPath(path, out var provider);
        Verify(provider, path);
        if (found.Count == 0)
            throw new MaasException("FileNotFound", $"There is no file or folder {path}.");
        return found.Order(StringComparer.Ordinal);
    }

    private string Literal(string path)
    {
        var found = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        Verify(provider, path);
        return found;
    }

    private static void Verify(ProviderInfo provider, string path)
    {
        if (provider.ImplementingType != typeof(FileSystemProvider))
            throw new MaasException("NotAFile", $"{path} is not in the file system, but in {provider.Name}.");
    }
}

using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Airship;
using Microsoft.PowerShell.Commands;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that reads documents from files, folders, repositories, URIs or text. All that is given is read together.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DocumentCommand : AsyncCommand
{
    /// <summary>The parameter set of paths with wildcards.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set of paths taken literally.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    private readonly List<string> _paths = [];
    private readonly List<string> _texts = [];
    private readonly List<string> _uris = [];
    private ReadProgress? _progress;

    /// <summary>Files and folders with documents (*.yaml and *.yml, at any depth), http or https addresses; wildcards are allowed. A piped text of several lines is taken for the documents themselves.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files and folders, taken as they are written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The site to read of an Airship manifest repository: its own files, those of its type, and the global ones. The path is the repository; further paths are the repositories its definition names.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SiteCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Site { get; set; }

    /// <summary>Leave a value unset, with a warning, where the document it is to be taken from is missing.</summary>
    [Parameter]
    public SwitchParameter AllowMissingSource { get; set; }

    /// <summary>Warnings found while the files were chosen.</summary>
    private protected List<DesignProblem> Noticed { get; } = [];

    /// <summary>Collects what is to be read.</summary>
    protected sealed override void ProcessRecord()
    {
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var path in isLiteral ? LiteralPath : Path)
        {
            // A site with a part missing is another site: nothing is read then.
            try
            {
                Collect(path, isLiteral);
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

    /// <summary>Reads and writes.</summary>
    protected sealed override void EndProcessing()
    {
        try
        {
            var files = Files();
            _progress = new ReadProgress(MyInvocation.MyCommand.Name, files.Count, TimeProvider.System, () => Queue.Post(new PipelineRecord.ProgressChanged()));
            var options = Configure(new DesignOptions { AllowMissingSource = AllowMissingSource, Progress = _progress });
            Await(token => ReadAsync(files, options, token))();
            if (_progress.WasShown)
                WriteProgress(_progress.Complete());
        }
        catch (DesignException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(_paths.Concat(_uris).ToList()));
        }
    }

    /// <summary>Adds the command's own parameters to the options.</summary>
    private protected virtual DesignOptions Configure(DesignOptions options) => options;

    /// <summary>Does the work; what it answers is run on the pipeline thread.</summary>
    private protected abstract Action Read(IReadOnlyList<DesignSource> sources, DesignOptions options, CancellationToken token);

    private protected sealed override void OnProgressChanged() => WriteProgress(_progress!.Show());

    private async Task<Action> ReadAsync(List<string> files, DesignOptions options, CancellationToken token)
    {
        var sources = files.Select(DesignSource.FromFile).ToList();
        foreach (var uri in _uris)
            sources.Add(await DesignDownload.ReadAsync(uri, token).ConfigureAwait(false));
        sources.AddRange(_texts.Select((text, index) => DesignSource.FromText(_texts.Count == 1 ? "<text>" : $"<text {index + 1}>", text)));
        return Read(sources, options, token);
    }

    private void Collect(string path, bool isLiteral)
    {
        if (!isLiteral && path.Contains('\n', StringComparison.Ordinal))
            _texts.Add(path);
        else if (!isLiteral && DesignDownload.IsUri(path))
            _uris.Add(path);
        else
            _paths.AddRange(isLiteral ? [Literal(path)] : Expand(path));
    }

    private List<string> Files()
    {
        if (Site is { } site)
            return _paths.Count > 0 ? [.. SiteRepository.FindFiles(_paths, site, Noticed)] : throw Problem("SiteNeedsPath", "-Site names a site of a repository; give the repository's folder as -Path.");
        foreach (var folder in _paths.Where(p => SiteRepository.FindSites(p).Count > 0))
            throw Problem("SiteNotNamed", $"{folder} is a repository of sites. Name one with -Site: {string.Join(", ", SiteRepository.FindSites(folder))}.");
        return [.. _paths.SelectMany(DesignFiles.Expand).Distinct(StringComparer.Ordinal)];
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
        if (!File.Exists(found) && !Directory.Exists(found))
            throw new MaasException("FileNotFound", $"There is no file or folder {path}.");
        return found;
    }

    private static void Verify(ProviderInfo provider, string path)
    {
        if (provider.ImplementingType != typeof(FileSystemProvider))
            throw new MaasException("NotAFile", $"{path} is not in the file system, but in {provider.Name}.");
    }

    private static DesignException Problem(string errorId, string message) => new(new DesignProblem { ErrorId = errorId, Message = message });
}

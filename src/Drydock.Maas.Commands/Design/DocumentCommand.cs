using System.ComponentModel;
using System.Management.Automation;
using System.Net;
using System.Security;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Commands.Pipeline;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Design;

/// <summary>A command that reads documents from files, folders, repositories, URIs or text. All that is given is read together.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DocumentCommand : ModuleCommand
{
    /// <summary>The parameter set of paths with wildcards.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set of paths taken literally.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    private const int MostTold = 100;

    private readonly DocumentInputs _inputs = new();
    private ReadProgress? _progress;

    /// <summary>
    /// Files and folders with documents (*.yaml and *.yml, at any depth), http or https addresses; wildcards are allowed. A piped
    /// text of several lines is taken for the documents themselves.
    /// </summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files and folders, taken as they are written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>
    /// The site to read of an Airship manifest repository: its own files, those of its type, and the global ones. The path is the
    /// repository; further paths are the repositories its definition names.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(SiteNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Site { get; set; }

    /// <summary>Leave a value unset, with a warning, where the document it is to be taken from is missing.</summary>
    [Parameter]
    public SwitchParameter AllowMissingSource { get; set; }

    /// <summary>
    /// The passphrase of documents that pegleg encrypted, as SecureString or, with the usual caveat, as text; PEGLEG_PASSPHRASE when left
    /// out.
    /// </summary>
    [Parameter]
    [SecureText]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The salt that belongs to it, likewise; PEGLEG_SALT when left out.</summary>
    [Parameter]
    [SecureText]
    [ValidateNotNull]
    public SecureString? Salt { get; set; }

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
                _inputs.Add(path, isLiteral, SessionState.Path);
            }
            catch (MaasException e)
            {
                ThrowTerminatingError(e.ToErrorRecord(path));
            }
            catch (ItemNotFoundException)
            {
                ThrowTerminatingError(ErrorRecords.NotFound(ErrorIds.FileNotFound, $"There is no file or folder {path}.", path));
            }
        }
    }

    /// <summary>Reads and writes.</summary>
    protected sealed override void EndProcessing()
    {
        try
        {
            var files = Await(token => Task.FromResult(_inputs.FindFiles(Site, Noticed, token)));
            _progress = new ReadProgress(
                MyInvocation.MyCommand.Name, files.Count, TimeProvider.System, () => Queue.Post(new PipelineRecord.ProgressChanged()));
            var options = Configure(new DesignOptions
            {
                AllowMissingSource = AllowMissingSource,
                IsSite = Site is not null,
                Passphrase = Reveal(Passphrase, "PEGLEG_PASSPHRASE"),
                Salt = Reveal(Salt, "PEGLEG_SALT"),
                Progress = _progress,
            });
            Await(token => ReadAsync(files, options, token))();
            if (_progress.WasShown)
                WriteProgress(_progress.Complete());
        }
        catch (DesignException e)
        {
            Refuse(e);
        }
    }

    // Each problem is an error of its own, as long as errors do not end the script: then one error tells all.
    private void Refuse(DesignException refusal)
    {
        foreach (var warning in Noticed)
            WriteWarning(warning.ToString());
        if (refusal.Problems.Count <= 1 || ConfirmPreference.EndsAtErrors(this))
            ThrowTerminatingError(refusal.ToErrorRecord(_inputs.Places));
        foreach (var problem in refusal.Problems.Take(MostTold))
            WriteError(new DesignException(problem).ToErrorRecord(problem.Location?.File ?? (object)_inputs.Places));
        ThrowTerminatingError(ErrorRecords.DocumentsRefused(refusal, _inputs.Places, DescribeCount(refusal.Problems.Count)));
    }

    private static string DescribeCount(int problems) => problems <= MostTold
        ? FormattableString.Invariant($"Nothing was read: the documents have {problems} problems, told above; Exception.Problems has them all.")
        : FormattableString.Invariant($"Nothing was read: the documents have {problems} problems, the first {MostTold} of them told above; Exception.Problems has them all.");

    /// <summary>Adds the command's own parameters to the options.</summary>
    private protected virtual DesignOptions Configure(DesignOptions options) => options;

    /// <summary>Does the work; what it answers is run on the pipeline thread.</summary>
    private protected abstract Action Read(IReadOnlyList<DesignSource> sources, DesignOptions options, CancellationToken token);

    private protected sealed override void OnProgressChanged() => WriteProgress(_progress!.Show());

    private static Secret? Reveal(SecureString? given, string variable) =>
        given is null ? Environment.GetEnvironmentVariable(variable) : new NetworkCredential("", given).Password;

    private async Task<Action> ReadAsync(List<string> files, DesignOptions options, CancellationToken token) =>
        Read(await _inputs.ReadAsync(files, token).ConfigureAwait(false), options, token);
}

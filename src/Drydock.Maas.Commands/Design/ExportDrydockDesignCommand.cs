using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Export;

namespace Drydock.Maas.Commands.Design;

/// <summary>Writes the effective site: every document complete by itself.</summary>
[Cmdlet(VerbsData.Export, "DrydockDesign", SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportDrydockDesignCommand : ModuleCommand
{
    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>The file to write, or with -PerNode the folder; the text goes to the pipeline when left out.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Yaml or Json.</summary>
    [Parameter]
    public ExportFormat Format { get; set; }

    /// <summary>Write a file for each node beside one for the rest of the site.</summary>
    [Parameter]
    public SwitchParameter PerNode { get; set; }

    /// <summary>
    /// Write credentials and the contents of boot actions too; they are masked otherwise. Files are then readable by their owner only.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Writes one site.</summary>
    protected override void ProcessRecord()
    {
        var options = new ExportOptions { Format = Format, IncludeSecrets = IncludeSecret };
        if (Path is null && PerNode)
            ThrowTerminatingError(ErrorRecords.InvalidArgument(ErrorIds.PathMissing, "-PerNode writes files; give their folder as -Path.", null));
        if (Path is null)
        {
            WriteObject(DesignExporter.ToText(Design!, options));
            return;
        }

        var target = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path);
        var files = PerNode
            ? DesignExporter.ToFiles(Design!, options).Select(f => KeyValuePair.Create(System.IO.Path.Combine(target, f.Key), f.Value))
            : [KeyValuePair.Create(target, DesignExporter.ToText(Design!, options))];
        foreach (var (file, text) in files)
            Write(file, text);
    }

    private void Write(string file, string text)
    {
        if (!ShouldProcess(target: file, action: $"Write {Design}"))
            return;
        try
        {
            WriteObject(IncludeSecret ? WholeFile.WritePrivate(file, text) : WholeFile.Write(file, text));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.FileNotWritten(e, file));
        }
    }
}

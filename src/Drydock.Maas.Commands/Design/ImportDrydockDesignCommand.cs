using System.Management.Automation;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Design;

/// <summary>Reads Drydock documents and compiles them into the effective site. All files given make one site.</summary>
[Cmdlet(VerbsData.Import, "DrydockDesign", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SiteDesign))]
public sealed class ImportDrydockDesignCommand : DocumentCommand
{
    /// <summary>
    /// Where nodes report the results of their boot actions: action.report_url of
    /// templates. Drydock's default when left out, where nobody listens.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Uri? ReportUrl { get; set; }

    /// <summary>
    /// What the design is called to its boot actions: action.design_ref of
    /// templates. The URI of the design's first file when left out.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DesignReference { get; set; }

    private protected override DesignOptions Configure(DesignOptions options)
    {
        if (ReportUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is ("http" or "https")))
            ThrowTerminatingError(ErrorRecords.InvalidArgument(ErrorIds.InvalidUrl, $"{url} is no http or https address to report to.", url));
        var settings = new BootActionSettings { ReportUrl = ReportUrl?.OriginalString, DesignReference = DesignReference };
        return options with { BootActions = settings };
    }

    private protected override Action Read(IReadOnlyList<DesignSource> sources, DesignOptions options, CancellationToken token)
    {
        var site = DesignReader.Read(sources, options, Noticed, token);
        return () =>
        {
            foreach (var warning in site.Warnings)
                WriteWarning(warning.ToString());
            WriteObject(site);
        };
    }
}

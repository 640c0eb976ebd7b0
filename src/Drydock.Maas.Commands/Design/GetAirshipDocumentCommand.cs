using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Airship;

namespace Drydock.Maas.Commands.Design;

/// <summary>Renders the documents of a site: layered and substituted, of any kind.</summary>
[Cmdlet(VerbsCommon.Get, "AirshipDocument", DefaultParameterSetName = PathSet)]
[OutputType(typeof(AirshipDocument))]
public sealed class GetAirshipDocumentCommand : DocumentCommand
{
    /// <summary>Schemas, for example drydock/Network/v1; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SchemaCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Schema { get; set; } = [];

    /// <summary>Names of documents; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DocumentNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Do not check the envelopes of documents first.</summary>
    [Parameter]
    public SwitchParameter NoPrevalidation { get; set; }

    private protected override DesignOptions Configure(DesignOptions options) => options with { SkipPrevalidation = NoPrevalidation };

    private protected override Action Read(IReadOnlyList<DesignSource> sources, DesignOptions options, CancellationToken token)
    {
        var warnings = Noticed;
        var documents = AirshipReader.Render(sources, options, warnings, token);
        return () =>
        {
            foreach (var warning in warnings)
                WriteWarning(warning.ToString());
            var schemas = new NameFilter(Schema);
            var names = new NameFilter(Name);
            foreach (var document in documents.Where(d => schemas.Matches(d.Schema) && names.Matches(d.Name)))
                WriteObject(document);
        };
    }
}

using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Design;

/// <summary>Reads Drydock documents and compiles them into the effective site. All files given make one site.</summary>
[Cmdlet(VerbsData.Import, "DrydockDesign", DefaultParameterSetName = PathSet)]
[OutputType(typeof(SiteDesign))]
public sealed class ImportDrydockDesignCommand : DocumentCommand
{
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

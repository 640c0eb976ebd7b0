using System.Management.Automation;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Surface;

/// <summary>Whatever scripts can depend on is written down, so that a change of it is seen in review: docs/versioning.md.</summary>
public sealed class SurfaceTests : IDisposable
{
    private readonly ModuleRunspace _runspace = new();

    private IEnumerable<CmdletInfo> Cmdlets =>
        _runspace.Run("Get-Command -Module Drydock.Maas").Verify().Output.Select(o => (CmdletInfo)o.BaseObject);

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void Cmdlets_are_as_written_down() => SurfaceFile.Verify("cmdlets.txt", Cmdlets.SelectMany(CmdletSurface.LinesOf));

    [Fact]
    public void Types_that_scripts_name_are_as_written_down()
    {
        var abstractions = Cmdlets.First().ImplementingType.Assembly.GetReferencedAssemblies().Single(a => a.Name == "Drydock.Maas.Abstractions");
        var types = AppDomain.CurrentDomain.GetAssemblies().Single(a => a.FullName == abstractions.FullName).GetExportedTypes();
        SurfaceFile.Verify("types.txt", types.SelectMany(TypeSurface.LinesOf));
    }
}

using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace Drydock.Maas.Commands.Loading;

/// <summary>Loads the module's libraries into a context of their own while the module is imported.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    // One for the process: assemblies stay loaded when the module is removed, and a second import has to find the same ones.
    private static readonly ModuleLayout Layout = new(Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!);
    private static readonly DependencyLoadContext Context = new(Layout.Dependencies);
    private static readonly Func<AssemblyLoadContext, AssemblyName, Assembly?> Resolver = (_, name) => Resolve(name);

    /// <summary>Verifies the module's folder and starts answering for its libraries.</summary>
    public void OnImport()
    {
        Layout.Verify();
        AssemblyLoadContext.Default.Resolving -= Resolver;
        AssemblyLoadContext.Default.Resolving += Resolver;
    }

    /// <summary>Stops answering.</summary>
    public void OnRemove(PSModuleInfo psModuleInfo) => AssemblyLoadContext.Default.Resolving -= Resolver;

    // Only our own: another module that looks for its YamlDotNet must not be given ours.
    private static Assembly? Resolve(AssemblyName name) =>
        name.Name?.StartsWith("Drydock.Maas.", StringComparison.Ordinal) == true ? Context.Find(name) : null;
}

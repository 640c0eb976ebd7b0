using System.Reflection;
using System.Runtime.Loader;

namespace Drydock.Maas.Commands.Loading;

/// <summary>Keeps the module's own versions of libraries apart from those of the session.</summary>
internal sealed class DependencyLoadContext(string folder) : AssemblyLoadContext("Drydock.Maas")
{
    /// <summary>
    /// The dependency of that name, or null when it is none of ours. Same
    /// folder, or not at all: see dotnet/runtime on recursive Resolving.
    /// </summary>
    public Assembly? Find(AssemblyName name)
    {
        var path = Path.Combine(folder, $"{name.Name}.dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    // Null sends the runtime to the default context, which holds Abstractions and everything of .NET.
    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName);
}

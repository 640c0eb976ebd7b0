using System.Reflection;

namespace Drydock.Maas.Module.Tests.Hosting;

/// <summary>Where the build put the module, and what goes with it.</summary>
internal static class BuiltModule
{
    public static string Folder { get; } = Value("ModuleFolder");

    public static string Manifest { get; } = Path.Combine(Folder, "Drydock.Maas.psd1");

    public static string Dependencies { get; } = Path.Combine(Folder, "bin", "dependencies");

    public static string Benchmarks { get; } = Value("Benchmarks");

    public static string Repository { get; } = Value("RepositoryRoot");

    public static string ExampleSite { get; } = Path.Combine(Repository, "examples", "site");

    private static string Value(string key) =>
        Path.GetFullPath(typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!);
}

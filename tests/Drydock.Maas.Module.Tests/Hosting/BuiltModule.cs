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

    /// <summary>The assembly that the build made of a project of src.</summary>
    public static string GetAssembly(string project) => Assert.Single(
        Directory.GetFiles(Path.Combine(Repository, "src", project, "bin", Metadata("Configuration")), $"{project}.dll", SearchOption.AllDirectories));

    private static string Value(string key) => Path.GetFullPath(Metadata(key));

    private static string Metadata(string key) =>
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}

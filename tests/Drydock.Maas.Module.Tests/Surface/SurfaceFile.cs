using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Surface;

/// <summary>A text of the repository with one line for each part of the surface, sorted.</summary>
internal static class SurfaceFile
{
    private const string Accept = "DRYDOCK_MAAS_ACCEPT_SURFACE";

    public static void Verify(string name, IEnumerable<string> lines)
    {
        var path = Path.Combine(BuiltModule.Repository, "tests", "Drydock.Maas.Module.Tests", "Surface", name);
        var now = lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(path, string.Concat(now.Select(line => line + "\n")));
            return;
        }

        var written = File.Exists(path) ? File.ReadAllLines(path) : [];
        string[] changes = [.. written.Except(now).Select(line => "- " + line), .. now.Except(written).Select(line => "+ " + line)];
        Assert.True(
            changes.Length == 0,
            $"""
            What scripts can depend on is no longer what Surface/{name} says:
            {string.Join('\n', changes)}
            A line with a minus breaks scripts: see docs/versioning.md. To accept the change, run the tests once with {Accept}=1:
            {Accept}=1 dotnet test tests/Drydock.Maas.Module.Tests --filter FullyQualifiedName~SurfaceTests
            """);
    }
}

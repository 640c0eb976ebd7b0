using System.Reflection;
using System.Runtime.Loader;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>The module's libraries and those of the session do not meet.</summary>
public sealed class LoadIsolationTests : IDisposable
{
    private static readonly string[] ThirdParty = ["YamlDotNet", "RestSharp", "Polly.Core", "MongoDB.Bson"];
    private readonly ModuleRunspace _runspace = new();

    public LoadIsolationTests() =>
        _runspace.Run(
            "$site = Import-DrydockDesign $args[0]; ($maas = Start-MaasSimulator) | Connect-Maas | Out-Null; "
                + "Disconnect-Maas; Stop-MaasSimulator $maas", BuiltModule.ExampleSite)
            .Verify();

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void No_library_of_ours_is_in_the_default_context()
    {
        var ours = AssemblyLoadContext.Default.Assemblies.Where(
            a => !a.IsDynamic && a.Location.StartsWith(BuiltModule.Dependencies, StringComparison.Ordinal));
        Assert.Empty(ours.Select(a => a.GetName().Name));
    }

    [Theory]
    [InlineData("YamlDotNet")]
    [InlineData("RestSharp")]
    [InlineData("Polly.Core")]
    public void A_library_that_was_used_is_in_our_context(string name)
    {
        var context = AssemblyLoadContext.All.Single(c => c.Name == "Drydock.Maas");
        Assert.Contains(context.Assemblies, a => a.GetName().Name == name);
    }

    [Fact]
    public void A_session_with_another_YamlDotNet_keeps_it_and_so_do_we()
    {
        var theirs = typeof(YamlDotNet.Core.Parser).Assembly;
        var ours = AssemblyLoadContext.All.Single(c => c.Name == "Drydock.Maas").Assemblies.Single(a => a.GetName().Name == "YamlDotNet");
        Assert.Equal(16, theirs.GetName().Version!.Major);
        Assert.Equal(18, ours.GetName().Version!.Major);
        Assert.Equal("b", new YamlDotNet.Serialization.Deserializer().Deserialize<Dictionary<string, string>>("a: b")["a"]);
        Assert.Single(_runspace.Run("Import-DrydockDesign $args[0]", BuiltModule.ExampleSite).Verify().Output);
    }

    [Fact]
    public void The_folder_holds_the_libraries_apart_from_the_root_module()
    {
        Assert.Equal(["Drydock.Maas.Abstractions.dll", "Drydock.Maas.Commands.dll"], Files(Path.Combine(BuiltModule.Folder, "bin")));
        var libraries = Files(BuiltModule.Dependencies);
        Assert.All(ThirdParty, name => Assert.Contains(name + ".dll", libraries));
        Assert.DoesNotContain("System.Management.Automation.dll", libraries);
    }

    [Theory]
    [InlineData("Design", "Client,Provisioning,Simulator,Commands")]
    [InlineData("Client", "Design,Provisioning,Simulator,Commands")]
    [InlineData("Provisioning", "Design,Client,Simulator,Commands")]
    [InlineData("Simulator", "Design,Client,Provisioning,Commands")]
    [InlineData("Abstractions", "Design,Client,Provisioning,Simulator,Commands")]
    public void A_room_knows_only_the_rooms_below_it(string room, string strangers)
    {
        var references = References($"Drydock.Maas.{room}");
        Assert.DoesNotContain("System.Management.Automation", references);
        Assert.Empty(references.Intersect(strangers.Split(',').Select(s => $"Drydock.Maas.{s}")));
    }

    [Theory]
    [InlineData("YamlDotNet", "Drydock.Maas.Design")]
    [InlineData("RestSharp", "Drydock.Maas.Client")]
    [InlineData("Polly.Core", "Drydock.Maas.Client")]
    public void A_library_is_known_in_one_room(string library, string room)
    {
        string[] rooms = ["Abstractions", "Design", "Client", "Provisioning", "Simulator", "Commands"];
        Assert.Equal([room], rooms.Select(r => $"Drydock.Maas.{r}").Where(r => References(r).Contains(library)));
    }

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    // Read, not loaded: what was compiled in, whether or not it has been needed yet.
    private static string[] References(string name)
    {
        var file = new[] { Path.Combine(BuiltModule.Folder, "bin"), BuiltModule.Dependencies }.Select(f => Path.Combine(f, name + ".dll"))
            .Single(File.Exists);
        using var reader = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(file));
        var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(reader);
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }
}

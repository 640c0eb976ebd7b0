using System.Text.RegularExpressions;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>A type's namespace is its folder, and the folders of a project depend on each other in one direction.</summary>
public sealed partial class FolderTests
{
    /// <summary>The projects of src whose folders are in order.</summary>
    public static TheoryData<string> Projects { get; } = new(
        "Abstractions",
        "Client",
        "Commands",
        "Design",
        "Help",
        "Packaging",
        "Provisioning",
        "Simulator");

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_are_folders(string project)
    {
        var root = RootOf(project);
        var folder = Path.Combine(BuiltModule.Repository, "src", $"Drydock.Maas.{project}");
        Assert.Empty(
            from source in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(folder, source)
            where !path.StartsWith("obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            let expected = string.Join('.', [root, .. path.Split(Path.DirectorySeparatorChar)[..^1]])
            from Match match in NamespaceLine().Matches(File.ReadAllText(source))
            where match.Groups[1].Value != expected
            select $"{path} is in namespace {match.Groups[1].Value}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_do_not_depend_on_each_other_in_a_circle(string project)
    {
        using var assembly = new AssemblyUses(BuiltModule.GetAssembly($"Drydock.Maas.{project}"));
        var cycles = new FolderGraph(assembly.Read(RootOf(project))).DescribeCycles();
        Assert.True(cycles.Count == 0, string.Join(Environment.NewLine, cycles));
    }

    /// <summary>Steps of nodes and of the site know the engine but not each other; what needs both is above them.</summary>
    [Theory]
    [InlineData("Engine", "")]
    [InlineData("Nodes", "Engine")]
    [InlineData("Site", "Engine")]
    [InlineData("(root)", "Engine,Nodes,Site")]
    [InlineData("Drift", "Engine,Nodes,Site,(root)")]
    [InlineData("Tasks", "Engine,Nodes,Site,(root)")]
    public void A_layer_of_Provisioning_uses_those_below_it_only(string layer, string below)
    {
        using var assembly = new AssemblyUses(BuiltModule.GetAssembly("Drydock.Maas.Provisioning"));
        string[] allowed = [layer, .. below.Split(',')];
        Assert.Empty(assembly.Read("Drydock.Maas.Provisioning")
            .Where(u => GetLayer(u.User) == layer && !allowed.Contains(GetLayer(u.Used)))
            .Select(u => $"{u.User.Folder}.{u.User.Name} uses {u.Used.Folder}.{u.Used.Name}"));
    }

    /// <summary>What a script may name is called Drydock.Maas.Models.Machine, without the project's name.</summary>
    private static string RootOf(string project) => project == "Abstractions" ? "Drydock.Maas" : $"Drydock.Maas.{project}";

    private static string GetLayer(NamedType type) => type.Folder.Split('.')[0];

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}

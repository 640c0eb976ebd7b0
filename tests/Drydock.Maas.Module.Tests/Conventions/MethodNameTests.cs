using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>A method is a verb with its object: whoever reads a call knows what it does.</summary>
public sealed partial class MethodNameTests
{
    private static readonly string[] Projects = ["Abstractions", "Client", "Commands", "Design", "Help", "Packaging", "Provisioning", "Simulator"];

    // The name that every list of .NET has for it.
    private static readonly string[] Known = ["IndexOf"];

    [Fact]
    public void Methods_say_what_they_do_to_what() => Assert.Empty(
        Projects.SelectMany(ReadMethods).Where(m => Bare().IsMatch(m.Name) && !Known.Contains(m.Name)).Select(m => $"{m.Type}.{m.Name}").Order(StringComparer.Ordinal));

    /// <summary>Methods of a project, and functions within them; what the compiler makes is none.</summary>
    private static List<(string Type, string Name)> ReadMethods(string project)
    {
        using var image = new PEReader(File.OpenRead(BuiltModule.GetAssembly($"Drydock.Maas.{project}")));
        var reader = image.GetMetadataReader();
        List<(string Type, string Name)> methods =
        [
            .. from handle in reader.MethodDefinitions
               let method = reader.GetMethodDefinition(handle)
               let name = Local().Match(reader.GetString(method.Name)) is { Success: true } local ? local.Groups["name"].Value : reader.GetString(method.Name)
               where !name.Contains('<', StringComparison.Ordinal) && !method.Attributes.HasFlag(MethodAttributes.SpecialName)
               select (reader.GetString(reader.GetTypeDefinition(method.GetDeclaringType()).Name), name),
        ];
        Assert.NotEmpty(methods);
        return methods;
    }

    // TypeOf, Of and OfNode say of what, and not what is done; One, Say, Tell, Keep, Left, Something and Twice say nothing.
    [GeneratedRegex("^(Of([A-Z]\\w*)?|\\w*[a-z]Of|One|Say|Tell|Keep|Left|Something|Twice)(Async)?$")]
    private static partial Regex Bare();

    // A function within a method: <Outer>g__Name|0_0.
    [GeneratedRegex("^<.*>g__(?<name>\\w+)\\|")]
    private static partial Regex Local();
}

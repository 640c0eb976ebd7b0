using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>No two types of src have one simple name: whoever reads it somewhere knows which is meant.</summary>
public sealed class SimpleNameTests
{
    private static readonly string[] Projects = ["Abstractions", "Client", "Commands", "Design", "Help", "Packaging", "Provisioning", "Simulator"];

    [Fact]
    public void No_two_types_share_a_simple_name() => Assert.Empty(
        Projects.SelectMany(ReadNames).GroupBy(t => t.Name, t => t.Space, StringComparer.Ordinal)
            .Where(g => g.Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(g => $"{g.Key} in {string.Join(" and ", g.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal));

    /// <summary>Types that lie in a namespace of ours and are in no other type; IList and IList`1 are one name.</summary>
    private static List<(string Name, string Space)> ReadNames(string project)
    {
        using var image = new PEReader(File.OpenRead(BuiltModule.GetAssembly($"Drydock.Maas.{project}")));
        var reader = image.GetMetadataReader();
        return
        [
            .. from handle in reader.TypeDefinitions
               let type = reader.GetTypeDefinition(handle)
               let space = reader.GetString(type.Namespace)
               where type.GetDeclaringType().IsNil && space.StartsWith("Drydock.Maas", StringComparison.Ordinal)
               select (reader.GetString(type.Name).Split('`')[0], space),
        ];
    }
}

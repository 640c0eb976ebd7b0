using System.Globalization;
using System.Reflection;
using System.Text;
using System.Xml.Linq;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Surface;

/// <summary>
/// Format-List shows every property of an object for which there is no list of ours, and texts as they are. So each type with a table has a
/// list, too: all its properties, with texts that are safe for a terminal.
/// </summary>
public sealed class ListViewTests : IDisposable
{
    private const string Accept = "DRYDOCK_MAAS_ACCEPT_LISTS";
    private const string Name = "Drydock.Maas.Lists.Format.ps1xml";

    private static readonly string File = Path.Combine(BuiltModule.Repository, "src", "Drydock.Maas.Commands", Name);

    // Loads the module's types.
    private readonly ModuleRunspace _runspace = new();

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void Every_type_with_a_table_has_a_list_of_all_its_properties()
    {
        var views = Directory.EnumerateFiles(BuiltModule.Folder, "*.Format.ps1xml")
            .Where(f => Path.GetFileName(f) != Name)
            .SelectMany(f => XDocument.Load(f).Descendants("View"))
            .GroupBy(v => v.Descendants("TypeName").First().Value)
            .Where(g => g.All(v => v.Element("ListControl") is null))
            .Select(g => g.Key)
            .Order(StringComparer.Ordinal);
        var text = new StringBuilder(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <!-- Lists of the types that have a table only: all properties. Written by ListViewTests from the tables and the types. -->
            <Configuration>
              <ViewDefinitions>

            """);
        foreach (var type in views)
            Write(text, type, Properties(Find(type)));
        var expected = text.Append("  </ViewDefinitions>\n</Configuration>\n").ToString();
        if (Environment.GetEnvironmentVariable(Accept) == "1")
            System.IO.File.WriteAllText(File, expected);
        Assert.True(
            System.IO.File.Exists(File) && expected == System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"),
            $"The tables or types have changed, and {Name} has not. Run this test once with {Accept}=1.");
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
        .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0)
        .DistinctBy(p => p.Name);

    private static bool IsPlain(PropertyInfo property) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsValueType;

    private static void Write(StringBuilder text, string type, IEnumerable<PropertyInfo> properties)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
                <View>
                  <Name>{type.Split('.')[^1]}List</Name>
                  <ViewSelectedBy>
                    <TypeName>{type}</TypeName>
                  </ViewSelectedBy>
                  <ListControl>
                    <ListEntries>
                      <ListEntry>
                        <ListItems>

            """);
        foreach (var property in properties)
        {
            var shown = IsPlain(property)
                ? $"<PropertyName>{property.Name}</PropertyName>"
                : $"<ScriptBlock>[Drydock.Maas.Security.TerminalText]::EscapeCell($_.{property.Name})</ScriptBlock>";
            text.Append(
                CultureInfo.InvariantCulture, $"              <ListItem>\n                <Label>{property.Name}</Label>\n                {shown}\n              </ListItem>\n");
        }

        text.Append(
            """
                        </ListItems>
                      </ListEntry>
                    </ListEntries>
                  </ListControl>
                </View>

            """);
    }

    private static Type Find(string type) => AppDomain.CurrentDomain.GetAssemblies()
        .Where(a => a.GetName().Name!.StartsWith("Drydock.Maas", StringComparison.Ordinal))
        .Select(a => a.GetType(type)).OfType<Type>().First();
}

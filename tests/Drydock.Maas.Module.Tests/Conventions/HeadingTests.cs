using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>What one sees in a view is what one can write: Where-Object, Group-Object and Select-Object take every heading.</summary>
public sealed class HeadingTests : IDisposable
{
    // Loads the module's types.
    private readonly ModuleRunspace _runspace = new();
    private readonly List<ViewColumn> _columns;

    public HeadingTests() => _columns = [.. ReadColumns()];

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void Every_heading_is_a_property_of_the_object()
    {
        var properties = ShortProperties.Read();
        Assert.True(_columns.Count > 500, "The views were not read.");
        Assert.Empty(_columns.Where(c => !c.Type.GetProperties().Select(p => p.Name).Concat(properties.GetNames(c.Type)).Contains(c.Heading))
            .Select(c => $"{c.View}: {c.Heading} is no property of {c.Type.Name}; show a property, or give it one in {ShortProperties.FileName}"));
    }

    [Fact]
    public void Every_cell_shows_the_property_that_its_heading_names() => Assert.Empty(
        _columns.Where(c => !Regex.IsMatch(c.Cell, $@"^{Regex.Escape(c.Heading)}$|\$_\.{Regex.Escape(c.Heading)}\b"))
            .Select(c => $"{c.View}: {c.Heading} shows {c.Cell}"));

    [Fact]
    public void Properties_made_for_headings_are_headings_and_nowhere_else()
    {
        var properties = ShortProperties.Read();
        Assert.Empty(properties.All.Where(p => !p.IsHidden).Select(p => $"{p.Type}.{p.Name} would be in every CSV: IsHidden=\"true\""));
        Assert.Empty(properties.All.Where(p => !_columns.Any(c => c.Type.FullName == p.Type && c.Heading == p.Name)).Select(p => $"{p.Type}.{p.Name} is in no view"));
    }

    [Fact]
    public void Properties_made_for_headings_are_bound_to_no_parameter()
    {
        var bound = _runspace.Run("Get-Command -Module Drydock.Maas").Verify().Output.Select(o => (CmdletInfo)o.BaseObject)
            .SelectMany(c => c.Parameters.Values, (cmdlet, parameter) => (Cmdlet: cmdlet.Name, Parameter: parameter))
            .Where(p => p.Parameter.ParameterSets.Values.Any(s => s.ValueFromPipelineByPropertyName))
            .SelectMany(p => p.Parameter.Aliases.Append(p.Parameter.Name), (p, name) => (p.Cmdlet, Name: name))
            .ToLookup(p => p.Name, p => p.Cmdlet, StringComparer.OrdinalIgnoreCase);
        Assert.NotEmpty(bound);
        Assert.Empty(ShortProperties.Read().All.Where(p => bound.Contains(p.Name)).Select(p => $"{p.Type}.{p.Name}: {string.Join(", ", bound[p.Name])}"));
    }

    /// <summary>PowerShell keeps back a table that it has to measure until the next command of the script, and all of it where the script exits before.</summary>
    [Fact]
    public void No_table_has_to_be_measured()
    {
        var tables = ReadViews().Where(v => v.Element("TableControl") is not null).ToList();
        Assert.Empty(tables.Where(v => v.Descendants("AutoSize").Any()).Select(v => $"{v.Element("Name")!.Value} is measured: give its columns a width"));
        Assert.Empty(
            from view in tables
            let headers = view.Descendants("TableColumnHeader").ToList()
            let free = headers.SkipWhile(h => h.Element("Width") is not null).ToList()
            where free.Any(h => h.Element("Width") is not null)
            select $"{view.Element("Name")!.Value}: {free[0].Element("Label")!.Value} takes what is left, and is not the last");
    }

    private static IEnumerable<XElement> ReadViews() =>
        Directory.EnumerateFiles(BuiltModule.Folder, "*.Format.ps1xml").SelectMany(f => XDocument.Load(f).Descendants("View"));

    private static IEnumerable<ViewColumn> ReadColumns() =>
        from view in ReadViews()
        let name = view.Element("Name")!.Value
        let type = ShortProperties.FindType(view.Descendants("TypeName").First().Value)
        from column in view.Descendants("TableColumnHeader").Select(h => h.Element("Label")?.Value)
            .Zip(view.Descendants("TableColumnItem"))
            .Concat(view.Descendants("ListItem").Select(i => (i.Element("Label")?.Value, i)))
        let cell = column.Item2.Element("ScriptBlock") ?? column.Item2.Element("PropertyName")
        select new ViewColumn(name, type, column.Item1 ?? cell.Value, cell.Value);

    /// <summary>A column of a table or a line of a list.</summary>
    private sealed record ViewColumn(string View, Type Type, string Heading, string Cell);
}

using System.Xml.Linq;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>The properties that the module's file of types gives to objects for the headings of their views.</summary>
internal sealed class ShortProperties
{
    public const string FileName = "Drydock.Maas.Types.ps1xml";

    private ShortProperties(IReadOnlyList<ShortProperty> all) => All = all;

    public IReadOnlyList<ShortProperty> All { get; }

    public static ShortProperties Read() => new(
    [
        .. from type in XDocument.Load(Path.Combine(BuiltModule.Folder, FileName)).Root!.Elements("Type")
           from member in type.Element("Members")!.Elements()
           where member.Name.LocalName is "AliasProperty" or "ScriptProperty" or "CodeProperty"
           select new ShortProperty(
               type.Element("Name")!.Value,
               member.Element("Name")!.Value,
               member.Element("ReferencedMemberName")?.Value,
               member.Attribute("IsHidden")?.Value == "true"),
    ]);

    /// <summary>A type of the module's assemblies, which have to be loaded.</summary>
    public static Type FindType(string name) => AppDomain.CurrentDomain.GetAssemblies()
        .Where(a => a.GetName().Name!.StartsWith("Drydock.Maas", StringComparison.Ordinal))
        .Select(a => a.GetType(name)).OfType<Type>().First();

    public IEnumerable<string> GetNames(Type type) => All.Where(p => p.Type == type.FullName).Select(p => p.Name);

    /// <summary>The type of a property of an object, its own or an alias of one; null for what a script makes.</summary>
    public Type? FindPropertyType(Type type, string name) =>
        type.GetProperty(All.FirstOrDefault(p => p.Type == type.FullName && p.Name == name)?.Target ?? name)?.PropertyType;
}

/// <summary>One of them; its target is the property it is another name of, and null where a script makes it.</summary>
internal sealed record ShortProperty(string Type, string Name, string? Target, bool IsHidden);

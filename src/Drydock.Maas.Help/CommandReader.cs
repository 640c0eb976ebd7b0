using System.Reflection;

namespace Drydock.Maas.Help;

/// <summary>Reads the cmdlets of an assembly without running any of it.</summary>
internal static class CommandReader
{
    private const string Space = "System.Management.Automation.";

    private static readonly ParameterUse Anywhere = new("__AllParameterSets", false, null, false, false);

    private static readonly ParameterInfo[] ShouldProcess =
    [
        new("WhatIf", "SwitchParameter", "Shows what would be changed, and changes nothing.", false, ["wi"], [Anywhere]),
        new("Confirm", "SwitchParameter", "Asks before each change.", false, ["cf"], [Anywhere]),
    ];

    public static IReadOnlyList<CommandInfo> Read(
        string assembly, IEnumerable<string> references, IReadOnlyDictionary<string, string> comments)
    {
        using var context = new MetadataLoadContext(new PathAssemblyResolver(references.Append(assembly).Distinct()));
        return context.LoadFromAssemblyPath(assembly).GetTypes()
            .Where(type => !type.IsAbstract && Find(type, "CmdletAttribute") is not null)
            .Select(type => ReadCommand(type, comments))
            .OrderBy(command => command.Name, StringComparer.Ordinal)
            .ToList();
    }

    private static CommandInfo ReadCommand(Type type, IReadOnlyDictionary<string, string> comments)
    {
        var cmdlet = Find(type, "CmdletAttribute")!;
        var parameters = type.GetProperties()
            .Where(p => Find(p, "ParameterAttribute") is not null)
            .Select(p => ReadParameter(p, comments))
            .OfType<ParameterInfo>();
        var outputs = type.GetCustomAttributesData().Where(a => a.AttributeType.Name == "OutputTypeAttribute").SelectMany(OutputTypes);
        return new(
            (string)cmdlet.ConstructorArguments[0].Value!,
            (string)cmdlet.ConstructorArguments[1].Value!,
            [.. parameters, .. Named(cmdlet, "SupportsShouldProcess", false) ? ShouldProcess : []],
            [.. outputs.Distinct()]);
    }

    // A parameter that is not shown (DontShow) carries one stage's result to the next; nobody types it.
    private static ParameterInfo? ReadParameter(PropertyInfo property, IReadOnlyDictionary<string, string> comments)
    {
        var uses = property.GetCustomAttributesData().Where(a => a.AttributeType.FullName == Space + "ParameterAttribute").ToList();
        if (uses.Any(use => Named(use, "DontShow", false)))
            return null;
        var owner = property.DeclaringType!.IsGenericType ? property.DeclaringType.GetGenericTypeDefinition() : property.DeclaringType;
        if (!comments.TryGetValue($"P:{owner.FullName}.{property.Name}", out var description))
            throw new HelpException(owner.Name + ".cs", $"The parameter {property.Name} has no comment.");
        var aliases = Find(property, "AliasAttribute")?.ConstructorArguments[0].Value as IEnumerable<CustomAttributeTypedArgument> ?? [];
        return new(
            property.Name,
            Short(property.PropertyType),
            description,
            Find(property, "SupportsWildcardsAttribute") is not null,
            [.. aliases.Select(a => (string)a.Value!)],
            [.. uses.Select(ReadUse)]);
    }

    private static ParameterUse ReadUse(CustomAttributeData use) => new(
        Named(use, "ParameterSetName", Anywhere.Set),
        Named(use, "Mandatory", false),
        Named(use, "Position", int.MinValue) is >= 0 and var position ? position : null,
        Named(use, "ValueFromPipeline", false),
        Named(use, "ValueFromPipelineByPropertyName", false));

    private static IEnumerable<string> OutputTypes(CustomAttributeData output) =>
        (output.ConstructorArguments.SelectMany(a => a.Value as IEnumerable<CustomAttributeTypedArgument> ?? [a]))
            .Select(a => a.Value)
            .OfType<Type>()
            .Select(t => t.FullName!);

    private static string Short(Type type)
    {
        if (type.IsArray)
            return Short(type.GetElementType()!) + "[]";
        return type.IsGenericType && type.Name.StartsWith("Nullable", StringComparison.Ordinal)
            ? Short(type.GetGenericArguments()[0])
            : type.Name;
    }

    private static CustomAttributeData? Find(MemberInfo member, string name) =>
        member.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.FullName == Space + name);

    private static T Named<T>(CustomAttributeData attribute, string name, T otherwise) =>
        attribute.NamedArguments.Where(a => a.MemberName == name).Select(a => (T)a.TypedValue.Value!).DefaultIfEmpty(otherwise).First();
}

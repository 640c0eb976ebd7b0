using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Drydock.Maas.Module.Tests.Surface;

/// <summary>A public type as lines: what it is, and each of its members.</summary>
internal static class TypeSurface
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<string> LinesOf(Type type)
    {
        var name = $"{type.Namespace}.{TypeName.Of(type)}";
        yield return $"{name}: {KindOf(type)}{BasesOf(type)}";
        if (type.IsEnum)
        {
            foreach (var value in Enum.GetNames(type))
                yield return string.Create(CultureInfo.InvariantCulture, $"{name}.{value} = {Convert.ToInt64(Enum.Parse(type, value), CultureInfo.InvariantCulture)}");
            yield break;
        }

        foreach (var member in type.GetMembers(Own).Where(IsOurs))
        {
            if (LineOf(member) is { } line)
                yield return $"{name}.{line}";
        }
    }

    private static string? LineOf(MemberInfo member) => member switch
    {
        PropertyInfo property when Accessors(property) is { Length: > 0 } accessors =>
            $"{property.Name}{Indices(property)}: {Shown(property.PropertyType, Nullability.Create(property))} {{ {accessors} }}",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) =>
            $"{method.Name}{Generics(method)}({Parameters(method)}): {Shown(method.ReturnType, Nullability.Create(method.ReturnParameter))}{(method.IsStatic ? " static" : "")}",
        ConstructorInfo constructor when IsVisible(constructor) && !constructor.IsStatic => $"new({Parameters(constructor)})",
        FieldInfo field when field.IsPublic || field.IsFamily => $"{field.Name}: {Shown(field.FieldType, Nullability.Create(field))}{GetValue(field)}",
        EventInfo happening when IsVisible(happening.AddMethod!) => $"{happening.Name}: event {TypeName.Of(happening.EventHandlerType!)}",
        _ => null,
    };

    // What the compiler adds to a record says nothing that "record" does not.
    private static bool IsOurs(MemberInfo member) => member is PropertyInfo or EventInfo
        ? member.Name != "EqualityContract"
        : member.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !member.Name.StartsWith('<');

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => IsRecord(type) ? "record struct" : "struct",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        _ => string.Concat(
            type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "",
            IsRecord(type) ? "record" : "class"),
    };

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Own) is not null;

    private static string BasesOf(Type type)
    {
        if (type.IsEnum)
            return "";
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited).Except(type.GetInterfaces().SelectMany(i => i.GetInterfaces()))
            .Where(i => !i.IsGenericType || i.GetGenericTypeDefinition() != typeof(IEquatable<>)).Select(TypeName.Of).Order(StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && !type.IsSubclassOf(typeof(Delegate)))
            bases = bases.Prepend(TypeName.Of(parent)).Order(StringComparer.Ordinal);
        var text = string.Join(", ", bases);
        return text.Length == 0 ? "" : " of " + text;
    }

    private static string Accessors(PropertyInfo property) => string.Join(' ', new[]
    {
        property.GetMethod is { } get && IsVisible(get) ? "get;" : "",
        property.SetMethod is { } set && IsVisible(set) ? IsInit(set) ? "init;" : "set;" : "",
        property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required",
        (property.GetMethod ?? property.SetMethod)!.IsStatic ? "static" : "",
    }.Where(text => text.Length > 0));

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Indices(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } indices ? $"[{string.Join(", ", indices.Select(Parameter))}]" : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeName.Of))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var text = $"{Shown(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {Literal(parameter.DefaultValue)}" : text;
    }

    private static string GetValue(FieldInfo field) => field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : field.IsStatic ? " static" : "";

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Shown(Type type, NullabilityInfo nullability) =>
        !type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? TypeName.Of(type) + "?" : TypeName.Of(type);
}

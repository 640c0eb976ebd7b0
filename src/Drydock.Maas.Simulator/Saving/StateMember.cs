using System.Reflection;

namespace Drydock.Maas.Simulator.Saving;

/// <summary>A member of a class under the name its property has.</summary>
internal sealed class StateMember(FieldInfo member)
{
    public string Name { get; } = GetName(member.Name);

    public Type Type => member.FieldType;

    public object? Get(object owner) => member.GetValue(owner);

    public void Set(object owner, object? value) => member.SetValue(owner, value);

    private static string GetName(string field)
    {
        var name = field.StartsWith('<') ? field[1..field.IndexOf('>', StringComparison.Ordinal)] : field.TrimStart('_');
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

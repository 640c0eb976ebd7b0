namespace Drydock.Maas.Module.Tests.Conventions;

/// <summary>A method of a type, told from others of its name by the number of its parameters.</summary>
internal sealed record MethodName(string Type, string Name, int Parameters)
{
    public override string ToString() => $"{Type}.{Name}/{Parameters}";
}

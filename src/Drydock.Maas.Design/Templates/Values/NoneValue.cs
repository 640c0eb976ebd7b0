namespace Drydock.Maas.Design.Templates.Values;

/// <summary>Python's None.</summary>
internal sealed class NoneValue
{
    private NoneValue()
    {
    }

    public static NoneValue Instance { get; } = new();

    public override string ToString() => "None";
}

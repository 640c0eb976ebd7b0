namespace Drydock.Maas.Design.Templates.Values;

/// <summary>A name or member that is not there; it may be tested and given a default, and everything else is an error.</summary>
/// <param name="Reason">What is missing, in a sentence.</param>
/// <param name="IsName">Whether it is a name of no context at all rather than a member of something.</param>
internal sealed record Undefined(string Reason, bool IsName)
{
    public static Undefined Name(string name) =>
        new(
            $"{name} is not defined; a template knows node and action. A name with a hyphen is written node.network['oam-net'].",
            IsName: true);
}

using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Tests.Mutation;

/// <summary>An entry of the list of mutations import may pass over.</summary>
/// <param name="Documents">Regular expression for kind and name of the document.</param>
/// <param name="Path">Regular expression for the path.</param>
/// <param name="Kinds">Regular expression for the kind of mutation.</param>
/// <param name="Reason">Why it does no harm, or who finds it.</param>
internal sealed record HarmlessMutation(string Documents, string Path, string Kinds, string Reason)
{
    public bool Covers(Mutation mutation) =>
        Match(Documents, mutation.Name) && Match(Path, mutation.Path) && Match(Kinds, mutation.Kind.ToString());

    private static bool Match(string pattern, string text) => Regex.IsMatch(text, $"^(?:{pattern})\\z");
}

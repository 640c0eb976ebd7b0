using System.Text.RegularExpressions;

namespace Drydock.Maas.Design.Tests.Corpus;

/// <summary>One deliberate difference; all but mark and reason are regular expressions for the whole text.</summary>
/// <param name="What">ingest and what of it, or a path in the effective site.</param>
/// <param name="Designs">Names of the designs it may occur in.</param>
/// <param name="Theirs">What Drydock says, as JSON.</param>
/// <param name="Ours">What we say, as JSON; {1} stands for the first group of theirs.</param>
/// <param name="Mark">The number in the specification.</param>
/// <param name="Reason">Why.</param>
internal sealed record CorpusDifference(string What, string Designs, string Theirs, string Ours, string Mark, string Reason)
{
    public bool Covers(string what, string name, string theirs, string ours)
    {
        var match = Match(Theirs, theirs);
        var expected = Ours.Replace("{1}", Regex.Escape(match.Groups[1].Value), StringComparison.Ordinal);
        return match.Success && Match(What, what).Success && Match(Designs, name).Success && Match(expected, ours).Success;
    }

    private static Match Match(string pattern, string text) => Regex.Match(text, $"^(?:{pattern})\\z", RegexOptions.Singleline);
}

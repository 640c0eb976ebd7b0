using System.Globalization;

namespace Drydock.Maas.Design.Tests.Support;

/// <summary>A message about a site as an operator reads it.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Remedy">The part that has to say what to do.</param>
/// <param name="Places">The files and lines it names.</param>
/// <param name="IsOfNode">Whether it is about nodes, whose profiles may hold the fault.</param>
internal sealed record SiteReport(string Text, string Remedy, IReadOnlyList<(string File, int Line)> Places, bool IsOfNode)
{
    public static SiteReport Of(DesignProblem problem) =>
        new(problem.ToString(), problem.Message, problem.Location is { } place ? [(place.File ?? "", place.Line)] : [], IsOfNode: false);

    public static SiteReport Of(ValidationFinding finding) =>
        new(finding.ToString(), finding.Diagnostic, [.. finding.Documents.Select(d => (d.File ?? "", d.Line))],
            finding.Documents.Any(d => d.Kind == "BaremetalNode"));

    /// <summary>Whether it names the fault, and the fault's file at its line or before, unless a node inherits it.</summary>
    public bool PointsTo(SiteFault fault, int line) =>
        Text.Contains(fault.Words, StringComparison.Ordinal)
            && (IsOfNode || Places.Any(p => p.File == fault.File && p.Line >= 1 && p.Line <= line + 1));

    /// <summary>Whether its own text has file and line.</summary>
    public bool NamesItsPlace =>
        Places.Count > 0
            && Places.All(p => p.Line > 0
                && Text.Contains(string.Create(CultureInfo.InvariantCulture, $"{p.File}:{p.Line}"), StringComparison.Ordinal));
}

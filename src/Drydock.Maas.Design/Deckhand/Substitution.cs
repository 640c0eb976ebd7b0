using System.Text.RegularExpressions;
using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Deckhand.Paths;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Carries out the substitutions of documents.</summary>
internal sealed class Substitution(
    SourceIndex sources, IReadOnlySet<DeckhandDocument> unfinished, bool allowMissing, ICollection<DesignProblem> warnings)
{
    private readonly List<DesignProblem> _faults = [];

    /// <summary>What could not be substituted, of all documents.</summary>
    public IReadOnlyList<DesignProblem> Faults => _faults;

    /// <summary>Carries out those of one document; whether all could be.</summary>
    public bool Apply(DeckhandDocument document)
    {
        var before = _faults.Count;
        foreach (var substitution in document.Substitutions)
        {
            var source = substitution.Find("src") as YamlMap ?? new([], substitution.Location);
            if (sources.Find(source) is { } from)
                Apply(document, substitution, source, from);
            else
                ReportNotFound(document, source);
        }

        return _faults.Count == before;
    }

    private void Apply(DeckhandDocument document, YamlMap substitution, YamlMap source, DeckhandDocument from)
    {
        if (Read(document, source, from) is not { } value)
            return;
        foreach (var place in Places(substitution))
        {
            try
            {
                var copy = source.Find("deepcopy") is YamlScalar { AsBoolean: true }
                    ? DataNodes.DeepCopy(value)
                    : DataNodes.ShallowCopy(value);
                var target = SubstitutionTarget.Read(place);
                document.Data = target.Write(document.Data, copy);
                // In documents of Airship's software patterns are for some of many values; what Drydock gets reaches machines.
                if (target is { Pattern: not null, Depth: null, HasMatched: false } && document.Schema.StartsWith("drydock/", StringComparison.Ordinal))
                    warnings.Add(Unmatched(document, source, from, place, target).Problem);
            }
            catch (Exception e) when (e is JsonPathException or SubstitutionFault or ArgumentException or RegexMatchTimeoutException)
            {
                var what = $"{document} cannot take {from}{PathLexer.Shorten(source.Text("path"))} in at {PathLexer.Shorten(place.Text("path"))}: {e.Message}";
                Report(document, ErrorIds.UnknownSubstitutionError, what, place.Location);
            }
        }
    }

    /// <summary>The value a source gives: the first its path leads to, or the part of it that a pattern matches.</summary>
    private DataNode? Read(DeckhandDocument document, YamlMap source, DeckhandDocument from)
    {
        var path = source.Text("path") ?? ".";
        var value = from.Data is DataMap ? Parse(path, document, source).First(from.Data) : from.Data;
        // What a source that is not finished lacks is told there.
        if (DataNodes.IsNull(value) && unfinished.Contains(from))
            return null;
        if (DataNodes.IsNull(value))
        {
            Report(
                document,
                ErrorIds.SubstitutionSourceDataNotFound,
                $"The substitution source {from} ({from.Location}) holds nothing at {PathLexer.Shorten(path)}; {document} takes from there.",
                source.Location);
            if (!allowMissing)
                return null;
            value = DataNodes.Null(source.Location);
        }

        return (source.Find("pattern") as YamlScalar)?.Text is { Length: > 0 } pattern ? Part(document, source, pattern, value!) : value!;
    }

    private DataNode? Part(DeckhandDocument document, YamlMap source, string pattern, DataNode value)
    {
        var group = int.TryParse(source.Text("match_group"), out var number) ? number : 0;
        try
        {
            if (value is not DataScalar { Typed: string text })
                throw new ArgumentException("A pattern needs a text to search in.");
            if (PythonPattern.Search(pattern, text, group) is not { } part)
                return value;
            return part.Success ? DataNodes.Text(part.Value, value.Location) : DataNodes.Null(value.Location);
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            var what = $"The pattern {pattern} cannot be looked for: {e.Message}";
            Report(document, ErrorIds.UnknownSubstitutionError, what, source.Location);
            return null;
        }
    }

    private static JsonPath Parse(string path, DeckhandDocument document, YamlMap source)
    {
        try
        {
            return JsonPath.Parse(path);
        }
        catch (JsonPathException e)
        {
            throw document.Fault(e.ErrorId, e.Message, source.Location);
        }
    }

    private static DeckhandException Unmatched(
        DeckhandDocument document, YamlMap source, DeckhandDocument from, YamlMap place, SubstitutionTarget target) => document.Fault(
        ErrorIds.PatternNotFound,
        $"The pattern {target.Pattern} is nowhere in what stands at {place.Text("path")} of {document}, so that {from}"
        + $"{source.Text("path")} was put in nowhere. Correct the pattern, or the text.",
        place.Location);

    private void ReportNotFound(DeckhandDocument document, YamlMap source) => Report(
        document,
        ErrorIds.SubstitutionSourceNotFound,
        $"The substitution source [{source.Text("schema")}] {source.Text("name")} was not found; {document} takes from it. "
        + "Add that document, or correct the name.",
        source.Location);

    private void Report(DeckhandDocument document, string errorId, string message, DocumentLocation location)
    {
        var fault = document.Fault(errorId, message, location);
        (allowMissing ? warnings : _faults).Add(fault.Problem);
    }

    private static IEnumerable<YamlMap> Places(YamlMap substitution) => substitution.Find("dest") switch
    {
        YamlList list => list.Items.OfType<YamlMap>(),
        YamlMap map => [map],
        _ => [],
    };
}

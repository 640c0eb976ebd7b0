using System.Text.RegularExpressions;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Checks the envelopes of documents before they are layered: every fault of every document.</summary>
internal sealed partial class Prevalidation
{
    private const string Layering = ".metadata.layeringDefinition";
    private const string Labels = ".metadata.labels";

    public static IReadOnlyList<DesignProblem> Check(
        IReadOnlyList<DeckhandDocument> documents, DeckhandOptions options, ICollection<DesignProblem> warnings)
    {
        var problems = new List<DesignProblem>();
        var seen = new Dictionary<(string, string?, string), DeckhandDocument>();
        foreach (var document in documents)
        {
            var check = new EnvelopeCheck(document, problems);
            Check(document, check, options.IsLenient);
            if (!seen.TryAdd((document.Schema, document.Layer, document.Name), document))
            {
                var first = seen[(document.Schema, document.Layer, document.Name)].Location;
                check.Add($"Duplicate document exists: {document} is defined a second time; first at {first}.", "", document.Location);
            }
        }

        if (options.IsLenient)
            WarnUnstored([.. documents.Where(IsUnstored)], warnings);
        return problems;
    }

    /// <summary>Whether nothing says how Deckhand is to keep the document, which makes no difference to what it says.</summary>
    private static bool IsUnstored(DeckhandDocument document) =>
        !document.IsControl && document.Yaml.Find("metadata") is YamlMap metadata && metadata.Find("storagePolicy") is null;

    private static void WarnUnstored(IReadOnlyList<DeckhandDocument> documents, ICollection<DesignProblem> warnings)
    {
        if (documents.Count == 0)
            return;
        var those = documents.Count == 1 ? "This document has" : FormattableString.Invariant($"This document and {documents.Count - 1} more have");
        warnings.Add(documents[0].Fault(
            ErrorIds.StoragePolicyMissing, $"{those} no metadata.storagePolicy, which Deckhand demands; storagePolicy: cleartext is assumed.").Problem);
    }

    private static void Check(DeckhandDocument document, EnvelopeCheck check, bool isLenient)
    {
        check.Text(document.Yaml, "schema", "", SchemaName());
        if (check.Map(document.Yaml, "metadata", "") is not { } metadata)
            return;
        check.Text(metadata, "name", ".metadata");
        var kind = check.Text(metadata, "schema", ".metadata", MetadataName());
        if (kind?.StartsWith("metadata/Control/", StringComparison.Ordinal) == true)
            CheckControl(document, metadata, check);
        else
            CheckOrdinary(metadata, check, isLenient);
    }

    private static void CheckControl(DeckhandDocument document, YamlMap metadata, EnvelopeCheck check)
    {
        foreach (var label in check.OptionalMap(metadata, "labels", ".metadata")?.Entries ?? [])
            check.IsText(label.Value, label.Key, Labels);
        if (!document.IsPolicy || check.Map(document.Yaml, "data", "") is not { } data)
            return;
        check.Known(data, ".data", "layerOrder");
        if (check.List(data, "layerOrder", ".data", true) is not { } order)
            return;
        for (var i = 0; i < order.Items.Count; i++)
            check.IsText(order.Items[i], $"layerOrder[{i}]", ".data");
    }

    private static void CheckOrdinary(YamlMap metadata, EnvelopeCheck check, bool isLenient)
    {
        check.Known(
            metadata, ".metadata", "schema", "name", "labels", "layeringDefinition", "storagePolicy", "substitutions", "replacement");
        if (!isLenient || metadata.Find("storagePolicy") is not null)
            check.RequireWord(metadata, "storagePolicy", ".metadata", "encrypted", "cleartext");
        check.OptionalBoolean(metadata, "replacement", ".metadata");
        check.OptionalMap(metadata, "labels", ".metadata");
        if (check.Map(metadata, "layeringDefinition", ".metadata") is { } layering)
            CheckLayering(layering, check);
        foreach (var (item, path) in check.Items(metadata, "substitutions", ".metadata"))
            CheckSubstitution(item, path, check);
    }

    private static void CheckLayering(YamlMap layering, EnvelopeCheck check)
    {
        check.Known(layering, Layering, "layer", "abstract", "parentSelector", "actions");
        check.Text(layering, "layer", Layering);
        check.OptionalBoolean(layering, "abstract", Layering);
        if (check.OptionalMap(layering, "parentSelector", Layering) is { Entries.Count: 0 } empty)
            check.Add("A parentSelector needs a label.", Layering + ".parentSelector", empty.Location);
        var (hasSelector, hasActions) = (layering.Find("parentSelector") is not null, layering.Find("actions") is not null);
        if (hasSelector != hasActions)
            check.Add(
                $"'{(hasSelector ? "actions" : "parentSelector")}' is a required property: parentSelector and actions go together.",
                Layering, layering.Location);
        if (layering.Find("actions") is YamlList { Items.Count: 0 } none)
            check.Add("There must be an action.", Layering + ".actions", none.Location);
        foreach (var (action, path) in check.Items(layering, "actions", Layering))
        {
            check.Known(action, path, "method", "path");
            check.Text(action, "path", path);
            check.RequireWord(action, "method", path, "replace", "delete", "merge");
        }
    }

    private static void CheckSubstitution(YamlMap substitution, string path, EnvelopeCheck check)
    {
        check.Known(substitution, path, "src", "dest");
        if (check.Map(substitution, "src", path) is { } source)
            CheckSource(source, path + ".src", check);
        switch (substitution.Find("dest"))
        {
            case YamlMap place:
                CheckPlace(place, path + ".dest", check);
                break;
            case YamlList { Items.Count: > 0 }:
                foreach (var (place, at) in check.Items(substitution, "dest", path))
                    CheckPlace(place, at, check);
                break;
            default:
                check.Add("'dest' is a required property: a mapping, or a list of at least one.", path, substitution.Location);
                break;
        }
    }

    private static void CheckSource(YamlMap source, string path, EnvelopeCheck check)
    {
        check.Known(source, path, "schema", "name", "path", "pattern", "match_group", "deepcopy");
        check.Text(source, "schema", path, SchemaName());
        check.Text(source, "name", path);
        check.Text(source, "path", path);
        check.OptionalText(source, "pattern", path);
        check.OptionalNumber(source, "match_group", path);
        check.OptionalBoolean(source, "deepcopy", path);
    }

    private static void CheckPlace(YamlMap place, string path, EnvelopeCheck check)
    {
        check.Known(place, path, "path", "pattern", "recurse");
        check.Text(place, "path", path);
        check.OptionalText(place, "pattern", path);
        if (check.OptionalMap(place, "recurse", path) is not { } recurse)
            return;
        if (recurse.Find("depth") is null)
            check.Add("'depth' is a required property.", path + ".recurse", recurse.Location);
        else if (check.OptionalNumber(recurse, "depth", path + ".recurse") is { } depth && depth < -1)
            check.Add($"'{depth}' is not a number of at least -1.", path + ".recurse.depth", recurse.Find("depth")!.Location);
    }

    // As in the engine, a line end after the last digit is let pass.
    [GeneratedRegex(@"^[A-Za-z]+/[A-Za-z]+/v\d+$")]
    private static partial Regex SchemaName();

    [GeneratedRegex(@"^metadata/(Document|Control)/v1$")]
    private static partial Regex MetadataName();
}

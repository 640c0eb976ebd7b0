using System.Text;
using Drydock.Maas.Design.Deckhand;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Airship;

/// <summary>Reads the documents of all sources, of any kind.</summary>
internal static class DocumentReader
{
    private static readonly string[] Syntax = [ErrorIds.InvalidYaml, ErrorIds.InvalidCharacter, ErrorIds.NestingTooDeep, ErrorIds.TooManyAliases];
    private static readonly string[] Missing = [.. Syntax, ErrorIds.DesignTooLarge, ErrorIds.FileNotReadable];
    private const long MaxCharacters = 64L * 1024 * 1024;

    /// <summary>
    /// The documents in order. What is wrong with documents Drydock has no use for is not worth stopping for, as long as it is YAML.
    /// </summary>
    /// <param name="sources">Files and texts, in order.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="warnings">Takes what does no harm.</param>
    /// <param name="progress">Told the number of sources read.</param>
    /// <param name="token">Ends the reading.</param>
    public static List<YamlNode> Read(
        IReadOnlyList<DesignSource> sources,
        List<DesignProblem> problems,
        ICollection<DesignProblem> warnings,
        IProgress<int>? progress,
        CancellationToken token)
    {
        var documents = new List<YamlNode>();
        var room = MaxCharacters;
        for (var i = 0; i < sources.Count; i++)
        {
            token.ThrowIfCancellationRequested();
            documents.AddRange(Read(sources[i], problems, warnings, ref room, token));
            progress?.Report(i + 1);
        }

        return documents;
    }

    /// <summary>Whether documents, or parts of them, are missing for this problem.</summary>
    public static bool IsIncomplete(DesignProblem problem) => Missing.Contains(problem.ErrorId);

    private static IEnumerable<YamlNode> Read(
        DesignSource source, List<DesignProblem> problems, ICollection<DesignProblem> warnings, ref long room, CancellationToken token)
    {
        var found = new List<DesignProblem>();
        try
        {
            var text = source.Read();
            room -= text.Length;
            if (room < 0)
                throw TooLarge(source);
            var documents = YamlStream.Read(text, source.Name, found, token);
            foreach (var problem in found.Where(
                p => Syntax.Contains(p.ErrorId) || Matters(documents.LastOrDefault(d => d.Location.Line <= p.Location!.Line))))
                (problem.ErrorId == YamlEntries.Repeated ? warnings : problems).Add(problem);
            return documents;
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new DesignProblem
            {
                ErrorId = ErrorIds.InvalidCharacter,
                Message = "This is not UTF-8 text from here on; save the file as UTF-8.",
                Location = new DocumentLocation { File = source.Name, Line = source.FindInvalidLine(), Column = 1 },
            });
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new DesignProblem { ErrorId = ErrorIds.FileNotReadable, Message = e.Message, Document = source.Name });
            return [];
        }
    }

    private static bool Matters(YamlNode? document) =>
        (document as YamlMap)?.Find("schema") is not YamlScalar schema
        || schema.Text.StartsWith("drydock/", StringComparison.Ordinal)
        || DeckhandDocument.IsPolicySchema(schema.Text);

    private static DesignException TooLarge(DesignSource source) => new(new DesignProblem
    {
        ErrorId = ErrorIds.DesignTooLarge,
        Message = $"All sources together are larger than {MaxCharacters / 1024 / 1024} million characters.",
        Document = source.Name,
    });
}

using System.Text;
using Drydock.Maas.Design.Compile;
using Drydock.Maas.Design.Documents;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design;

/// <summary>Reads Drydock documents and compiles them into the effective site.</summary>
public static class DesignReader
{
    /// <summary>Reads all sources as one site.</summary>
    /// <param name="sources">Files and texts, in order.</param>
    /// <param name="progress">Told the number of sources read; may be null.</param>
    /// <param name="token">Ends the reading.</param>
    /// <exception cref="DesignException">Everything that is wrong, each with file, line and column.</exception>
    public static SiteDesign Read(IReadOnlyList<DesignSource> sources, IProgress<int>? progress, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var problems = new List<DesignProblem>();
        var documents = new DocumentSet();
        var count = 0;
        foreach (var source in sources)
        {
            token.ThrowIfCancellationRequested();
            count += Read(source, documents, problems, token);
            progress?.Report(count);
        }

        if (problems.Count == 0 && count == 0)
            problems.Add(new DesignProblem { ErrorId = "NoDocuments", Message = "There is no Drydock document in what was read." });
        var names = sources.Select(s => s.Name).OfType<string>().ToList();

        // With documents missing, everything that refers to them would seem wrong too.
        if (problems.Exists(p => p.Path is null))
            throw new DesignException(InOrder(problems, names));
        var site = SiteCompiler.Compile(documents, problems, names, token);
        return problems.Count == 0 ? site : throw new DesignException(InOrder(problems, names));
    }

    private static int Read(DesignSource source, DocumentSet documents, List<DesignProblem> problems, CancellationToken token)
    {
        string text;
        try
        {
            text = source.Read();
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new DesignProblem { ErrorId = "InvalidCharacter", Message = "This is not UTF-8 text.", Document = source.Name });
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new DesignProblem { ErrorId = "FileNotReadable", Message = e.Message, Document = source.Name });
            return 0;
        }

        var count = 0;
        foreach (var node in YamlStream.Read(text, source.Name, problems, token))
        {
            if (Envelopes.Open(node, problems) is not { } document)
                continue;
            documents.Add(document, problems);
            count++;
        }

        return count;
    }

    /// <summary>As the files were given, from top to bottom.</summary>
    private static DesignProblem[] InOrder(List<DesignProblem> problems, List<string> names) =>
    [
        .. problems.OrderBy(p => p.Location?.File is { } file ? names.IndexOf(file) : -1).ThenBy(p => p.Location?.Line)
            .ThenBy(p => p.Location?.Column),
    ];
}

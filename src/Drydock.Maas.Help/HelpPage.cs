using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Drydock.Maas.Help;

/// <summary>A page of docs/: what cannot be read off the code of a cmdlet.</summary>
internal sealed record HelpPage(
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<HelpExample> Examples,
    IReadOnlyList<string> Notes,
    IReadOnlyList<HelpLink> Links)
{
    public static HelpPage Read(string file)
    {
        if (!File.Exists(file))
            throw new HelpException(file, "The cmdlet has no help page.");
        var text = File.ReadAllText(file);
        var sections = Sections(Markdown.Parse(text), 2);
        var page = new HelpPage(
            string.Join(" ", Paragraphs(sections, "SYNOPSIS")),
            Paragraphs(sections, "DESCRIPTION"),
            [.. Sections(sections.GetValueOrDefault("EXAMPLES") ?? [], 3).Select(example => Example(example.Key, example.Value))],
            Paragraphs(sections, "NOTES"),
            [.. (sections.GetValueOrDefault("RELATED LINKS") ?? [])
                .SelectMany(block => block.Descendants<LinkInline>())
                .Select(link => new HelpLink(Text(link), link.Url!))]);
        return page.Synopsis.Length > 0 && page.Description.Count > 0 && page.Examples.Count > 0
            ? page
            : throw new HelpException(
                file, "The page needs the sections SYNOPSIS, DESCRIPTION and EXAMPLES, with an example under a heading of its own.");
    }

    private static HelpExample Example(string title, IReadOnlyList<Block> blocks) => new(
        title,
        string.Join("\n", blocks.OfType<CodeBlock>().Select(code => code.Lines.ToString())),
        [.. blocks.Where(block => block is not CodeBlock).Select(Text)]);

    private static Dictionary<string, IReadOnlyList<Block>> Sections(IEnumerable<Block> blocks, int level)
    {
        var sections = new Dictionary<string, IReadOnlyList<Block>>(StringComparer.Ordinal);
        List<Block>? current = null;
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading && heading.Level <= level)
                sections[Text(heading)] = current = [];
            else
                current?.Add(block);
        }

        return sections;
    }

    private static IReadOnlyList<string> Paragraphs(Dictionary<string, IReadOnlyList<Block>> sections, string name) =>
        [.. (sections.GetValueOrDefault(name) ?? []).Select(Text)];

    private static string Text(Block block) => block switch
    {
        LeafBlock { Inline: { } inline } => Text(inline),
        CodeBlock code => string.Join("\n", code.Lines.ToString().Split('\n').Select(line => "    " + line)),
        ContainerBlock list => string.Join("\n", list.Select(item => item is ListItemBlock ? "- " + Text(item) : Text(item))),
        _ => "",
    };

    private static string Text(ContainerInline inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        LineBreakInline => " ",
        ContainerInline inner => Text(inner),
        _ => "",
    }));
}

/// <summary>An example: its title, the commands, and what they do.</summary>
internal sealed record HelpExample(string Title, string Code, IReadOnlyList<string> Remarks);

/// <summary>A link to further reading.</summary>
internal sealed record HelpLink(string Text, string Url);

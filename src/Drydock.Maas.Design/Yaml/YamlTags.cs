using YamlDotNet.Core;

namespace Drydock.Maas.Design.Yaml;

/// <summary>Tags: !!str and the other plain ones mean something here, all others nothing.</summary>
internal static class YamlTags
{
    private const string Standard = "tag:yaml.org,2002:";

    /// <summary>Whether the scalar keeps the meaning of a plain one; a tag nobody knows is noted.</summary>
    public static bool IsResolved(TagName tag, string text, DocumentLocation location, List<DesignProblem> problems)
    {
        // A tag of "!" alone, like !!str, says: text, whatever it looks like.
        if (tag.IsNonSpecific || tag.Value == Standard + "str")
            return false;
        if (tag.Value is Standard + "null" or Standard + "bool" or Standard + "int" or Standard + "float")
            return true;
        problems.Add(new DesignProblem { ErrorId = ErrorIds.UnknownTag, Message = Explain(tag.Value, text), Location = location });
        return false;
    }

    /// <summary>Notes a tag on a list or mapping that says it is something else.</summary>
    public static void Check(TagName tag, string expected, DocumentLocation location, List<DesignProblem> problems)
    {
        if (!tag.IsEmpty && !tag.IsNonSpecific && tag.Value != Standard + expected)
            problems.Add(new DesignProblem { ErrorId = ErrorIds.UnknownTag, Message = Explain(tag.Value, expected), Location = location });
    }

    private static string Explain(string tag, string text)
    {
        var name = tag.StartsWith(Standard, StringComparison.Ordinal) ? $"!!{tag[Standard.Length..]}" : tag;
        return text.Length == 0
            ? $"{name} is a tag to YAML, and nothing follows it; in quotes it is a text: '{name}'."
            : $"The tag {name} means nothing here.";
    }
}

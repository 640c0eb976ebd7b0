using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>As much of YAML as the headers of scripts use: mappings and lists in lines or in brackets, texts with or without quotation marks.</summary>
internal sealed partial class MetadataYaml
{
    private readonly List<(int Indent, string Text)> _lines;
    private int _next;

    private MetadataYaml(string text) => _lines =
        [.. text.Split('\n').Where(line => line.Trim().Length > 0 && !line.TrimStart().StartsWith('#')).Select(line => (GetIndent(line), line.Trim()))];

    /// <summary>What the text says; null for an empty one.</summary>
    /// <exception cref="FormatException">It is no such YAML.</exception>
    public static JsonNode? Parse(string text)
    {
        var reader = new MetadataYaml(text);
        var value = reader._lines.Count == 0 ? null : reader.ReadBlock(reader._lines[0].Indent);
        return reader._next == reader._lines.Count ? value : throw reader.Bad("expected <block end>, but found other text");
    }

    private static int GetIndent(string line) => line.Length - line.TrimStart().Length;

    private FormatException Bad(string what) => new($"{what}, line {Math.Min(_next, _lines.Count) + 1}");

    private JsonNode? ReadBlock(int indent)
    {
        var text = _lines[_next].Text;
        if (text == "-" || text.StartsWith("- ", StringComparison.Ordinal))
            return ReadList(indent);
        return GetKey(text) is null ? ReadScalar(indent) : ReadMapping(indent);
    }

    private JsonArray ReadList(int indent)
    {
        var items = new JsonArray();
        while (_next < _lines.Count && _lines[_next].Indent == indent && _lines[_next].Text is "-" or ['-', ' ', ..])
        {
            var rest = _lines[_next].Text[1..];
            var inner = indent + 1 + GetIndent(rest);
            if (rest.Trim().Length == 0)
            {
                _next++;
                items.Add(ReadInner(indent));
                continue;
            }

            _lines[_next] = (inner, rest.Trim());
            items.Add(ReadBlock(inner));
        }

        return items;
    }

    private JsonObject ReadMapping(int indent)
    {
        var members = new JsonObject();
        while (_next < _lines.Count && _lines[_next].Indent == indent)
        {
            var text = _lines[_next].Text;
            if (GetKey(text) is not { } key)
                throw Bad("could not find expected ':'");
            var rest = text[(key.Length + 1)..].Trim();
            var name = Scalar(key)?.ToString() ?? "null";
            if (rest.Length == 0 || rest[0] == '#')
            {
                _next++;
                members[name] = ReadInner(indent, listsMayStandOut: true);
            }
            else if (rest[0] is '|' or '>')
            {
                _next++;
                members[name] = ReadText(indent, folded: rest[0] == '>');
            }
            else
            {
                _lines[_next] = (indent, rest);
                members[name] = ReadScalar(indent);
            }
        }

        return _next < _lines.Count && _lines[_next].Indent > indent ? throw Bad("mapping values are not allowed here") : members;
    }

    private JsonNode? ReadInner(int indent, bool listsMayStandOut = false)
    {
        if (_next == _lines.Count)
            return null;
        var (inner, text) = _lines[_next];
        var isList = text == "-" || text.StartsWith("- ", StringComparison.Ordinal);
        return inner > indent || (listsMayStandOut && inner == indent && isList) ? ReadBlock(inner) : null;
    }

    private string ReadText(int indent, bool folded)
    {
        var lines = new List<string>();
        while (_next < _lines.Count && _lines[_next].Indent > indent)
            lines.Add(_lines[_next++].Text);
        return string.Join(folded ? ' ' : '\n', lines) + "\n";
    }

    /// <summary>A value that begins on this line; lines that stand further in belong to it.</summary>
    private JsonNode? ReadScalar(int indent)
    {
        var text = _lines[_next++].Text;
        while (_next < _lines.Count && (_lines[_next].Indent > indent || IsOpen(text)))
            text += ' ' + _lines[_next++].Text;
        if (text[0] is not ('{' or '['))
            return Scalar(WithoutComment(text));
        var at = 0;
        var value = ReadFlow(text, ref at);
        return WithoutComment(" " + text[at..]).Trim().Length == 0 ? value : throw Bad("expected <block end>");
    }

    private static bool IsOpen(string text) =>
        text[0] is '{' or '[' && text.Count(c => c is '{' or '[') > text.Count(c => c is '}' or ']');

    private JsonNode? ReadFlow(string text, ref int at)
    {
        Skip(text, ref at);
        return at == text.Length ? throw Bad("expected the node content, but found '<stream end>'") : text[at] switch
        {
            '{' => ReadFlowMapping(text, ref at),
            '[' => ReadFlowList(text, ref at),
            _ => Scalar(Plain(text, ref at)),
        };
    }

    private JsonObject ReadFlowMapping(string text, ref int at)
    {
        var members = new JsonObject();
        for (at++; Peek(text, ref at) != '}'; Peek(text, ref at, ','))
        {
            var key = Scalar(Plain(text, ref at))?.ToString() ?? "null";
            var hasValue = Peek(text, ref at) == ':';
            at += hasValue ? 1 : 0;
            members[key] = hasValue && Peek(text, ref at) is not (',' or '}') ? ReadFlow(text, ref at) : null;
        }

        at++;
        return members;
    }

    private JsonArray ReadFlowList(string text, ref int at)
    {
        var items = new JsonArray();
        for (at++; Peek(text, ref at) != ']'; Peek(text, ref at, ','))
            items.Add(ReadFlow(text, ref at));
        at++;
        return items;
    }

    private char Peek(string text, ref int at, char passed = '\0')
    {
        Skip(text, ref at);
        if (at < text.Length && text[at] == passed)
            at++;
        Skip(text, ref at);
        return at < text.Length ? text[at] : throw Bad("expected ',' or a closing bracket, but got '<stream end>'");
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
    }

    private static string Plain(string text, ref int at)
    {
        var start = at;
        if (text[at] is '"' or '\'')
        {
            at = text.IndexOf(text[at], at + 1) is var end and > 0 ? end + 1 : text.Length;
            return text[start..at];
        }

        while (at < text.Length && text[at] is not (',' or '}' or ']' or '{' or '[') && !(text[at] == ':' && (at + 1 == text.Length || text[at + 1] == ' ')))
            at++;
        return text[start..at].Trim();
    }

    private static string? GetKey(string text) => Key().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private static string WithoutComment(string text) => text is ['"' or '\'', ..] ? text : Comment().Replace(text, "").Trim();

    private static JsonNode? Scalar(string text) => text switch
    {
        ['"', .., '"'] => text[1..^1].Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal),
        ['\'', .., '\''] => text[1..^1].Replace("''", "'", StringComparison.Ordinal),
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => true,
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => false,
        _ when Sexagesimal().IsMatch(text) => text.Split(':').Aggregate(0, (sum, part) => (sum * 60) + int.Parse(part, CultureInfo.InvariantCulture)),
        _ when Integer().IsMatch(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ when Decimal().IsMatch(text) => double.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    [GeneratedRegex("^((?:\"[^\"]*\"|'[^']*'|[^\\s#{\\[\"'][^#]*?)):(?=\\s|$)")]
    private static partial Regex Key();

    [GeneratedRegex("\\s#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("^[1-9][0-9]{0,3}(:[0-5]?[0-9]){1,2}$")]
    private static partial Regex Sexagesimal();

    [GeneratedRegex("^[-+]?(0|[1-9][0-9]*)$")]
    private static partial Regex Integer();

    [GeneratedRegex("^[-+]?[0-9]+\\.[0-9]*$")]
    private static partial Regex Decimal();
}

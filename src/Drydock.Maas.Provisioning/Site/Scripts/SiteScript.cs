using System.Text.RegularExpressions;

namespace Drydock.Maas.Provisioning.Site.Scripts;

/// <summary>A commissioning or testing script that a site brings, with MAAS's metadata block in its comments.</summary>
/// <param name="Path">The file it was read from.</param>
/// <param name="Content">The script.</param>
public sealed partial record SiteScript(string Path, string Content)
{
    /// <summary>What MAAS takes a script for whose metadata does not say.</summary>
    internal const string DefaultType = "testing";

    /// <summary>The name MAAS knows it by: its metadata's, else the file's without extension.</summary>
    public string Name => Metadata("name") ?? System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>commissioning, testing or release; null when its metadata does not say, which MAAS takes for testing.</summary>
    public string? Type => Metadata("script_type") ?? Metadata("type");

    /// <summary>The content as MAAS keeps it, with line feeds only.</summary>
    public string Text => Content.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private string? Metadata(string key)
    {
        var block = Block().Match(Text);
        if (!block.Success)
            return null;
        var line = Regex.Match(block.Groups[1].Value, $@"^\s*#\s?{key}:[ \t]*(\S.*?)[ \t]*$", RegexOptions.Multiline);
        return line.Success ? line.Groups[1].Value.Trim('"', '\'') : null;
    }

    [GeneratedRegex(@"#\s*-+\s*Start MAAS 1\.0 script metadata\s*-+(.*?)#\s*-+\s*End MAAS 1\.0 script metadata",
        RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Block();
}

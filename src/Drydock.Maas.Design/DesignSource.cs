using System.Text;

namespace Drydock.Maas.Design;

/// <summary>A text with Drydock documents, and what to call it in messages.</summary>
public sealed class DesignSource
{
    // Text in another encoding would lose characters silently otherwise.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private DesignSource(string? name, Func<string> read)
    {
        Name = name;
        Read = read;
    }

    /// <summary>The file's path, or another name; null for text of unknown origin.</summary>
    public string? Name { get; }

    internal Func<string> Read { get; }

    /// <summary>A file, read when its turn comes.</summary>
    public static DesignSource FromFile(string path) => new(path, () => File.ReadAllText(path, Strict));

    /// <summary>A text at hand.</summary>
    public static DesignSource FromText(string? name, string text) => new(name, () => text);
}

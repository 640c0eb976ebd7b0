using System.Globalization;
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

    /// <summary>The most one source may hold, in bytes: some sixty thousand nodes.</summary>
    public static int MaxBytes => 32 * 1024 * 1024;

    /// <summary>The file's path, or another name; null for text of unknown origin.</summary>
    public string? Name { get; }

    internal Func<string> Read { get; }

    /// <summary>A file, read when its turn comes.</summary>
    public static DesignSource FromFile(string path) => new(path, () => ReadFile(path));

    /// <summary>A text at hand.</summary>
    public static DesignSource FromText(string? name, string text) =>
        new(name, () => text.Length <= MaxBytes ? text : throw TooLarge(name));

    /// <summary>The first line, from 1, of a file that is no UTF-8 text.</summary>
    internal int FindInvalidLine()
    {
        var bytes = Name is not null && File.Exists(Name) ? File.ReadAllBytes(Name) : [];
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var length) != System.Buffers.OperationStatus.Done)
                return bytes.AsSpan(0, at).Count((byte)'\n') + 1;
            at += length;
        }

        return 1;
    }

    // A file may grow while it is read.
    private static string ReadFile(string path)
    {
        if (!RegularFile.Is(path) && !Directory.Exists(path))
            throw NotRegular(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int count; (count = file.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, count);
            if (content.Length > MaxBytes)
                throw TooLarge(path);
        }

        content.Position = 0;
        using var reader = new StreamReader(content, Strict, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static DesignException NotRegular(string path) => new(new DesignProblem
    {
        ErrorId = ErrorIds.NotRegularFile,
        Message = $"{path} is a pipe, socket or device; copy its content to a file and read that.",
        Document = path,
    });

    private static DesignException TooLarge(string? name) => new(new DesignProblem
    {
        ErrorId = ErrorIds.SourceTooLarge,
        Message = string.Create(CultureInfo.InvariantCulture,
            $"This is larger than {MaxBytes / 1024 / 1024} MB, which no site needs; split it, or see whether it is what you meant."),
        Location = new() { File = name, Line = 1, Column = 1 },
    });
}

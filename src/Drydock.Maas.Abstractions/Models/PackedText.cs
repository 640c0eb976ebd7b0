using System.IO.Compression;
using System.Text;

namespace Drydock.Maas.Models;

/// <summary>A text that takes little memory: what a thousand machines say about themselves is much, and seldom read.</summary>
internal sealed class PackedText
{
    private readonly byte[] _packed;

    /// <summary>Packs a text.</summary>
    public PackedText(string text)
    {
        Length = text.Length;
        using var packed = new MemoryStream();
        using (var packer = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packer.Write(Encoding.UTF8.GetBytes(text));
        _packed = packed.ToArray();
    }

    /// <summary>Characters of the text.</summary>
    public int Length { get; }

    /// <summary>The text.</summary>
    public override string ToString()
    {
        using var unpacker = new BrotliStream(new MemoryStream(_packed), CompressionMode.Decompress);
        using var reader = new StreamReader(unpacker, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}

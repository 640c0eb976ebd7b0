using System.IO.Compression;
using System.Text;

namespace Drydock.Maas.Models;

/// <summary>
/// The output of a program or script that ran on a node while it was built. Mirrors Drydock's build data record.
/// </summary>
public sealed record BuildData
{
    private readonly PackedText _data = new("");

    /// <summary>The node's name.</summary>
    public required string NodeName { get; init; }

    /// <summary>The task that asked; null outside a task.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>When it was collected from MAAS.</summary>
    public DateTimeOffset CollectedDate { get; init; }

    /// <summary>What made it: lshw, lldp, or commission:, testing: or deploy: with the script's name, and .err behind it for the error output.</summary>
    public required string Generator { get; init; }

    /// <summary>Its media type: text/xml or text/plain.</summary>
    public required string DataFormat { get; init; }

    /// <summary>The data.</summary>
    public string DataElement
    {
        get => _data.ToString();
        init => _data = new PackedText(value);
    }

    /// <summary>Characters of the data.</summary>
    public int Length => _data.Length;

    /// <summary>Node, generator and length.</summary>
    public override string ToString() => $"{NodeName} {Generator} ({Length:N0} characters)";
}

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

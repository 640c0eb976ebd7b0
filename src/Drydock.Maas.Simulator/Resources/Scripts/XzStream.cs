using System.Buffers.Binary;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>The .xz format around content that is stored and not compressed.</summary>
internal static class XzStream
{
    private const int LongestChunk = 1 << 16;

    private static readonly byte[] Magic = [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0];

    /// <summary>That blocks are checked by their CRC32.</summary>
    private static readonly byte[] Flags = [0, 1];

    /// <summary>One filter, LZMA2 with a dictionary of 8 MiB, and no sizes; padded.</summary>
    private static readonly byte[] BlockHeader = [2, 0, 0x21, 1, 0x16, 0, 0, 0];

    public static byte[] Wrap(ReadOnlySpan<byte> content)
    {
        List<byte> stream = [.. Magic, .. Flags, .. Crc(Flags)];
        List<byte> block = [.. BlockHeader, .. Crc(BlockHeader), .. Store(content)];
        var unpadded = block.Count + sizeof(uint);
        Pad(block);
        List<byte> index = [0, 1, .. Varying(unpadded), .. Varying(content.Length)];
        Pad(index);
        byte[] footer = [.. Number((uint)((index.Count + sizeof(uint)) / 4) - 1), .. Flags];
        stream.AddRange([.. block, .. Crc(content), .. index, .. Crc([.. index]), .. Crc(footer), .. footer, (byte)'Y', (byte)'Z']);
        return [.. stream];
    }

    private static List<byte> Store(ReadOnlySpan<byte> content)
    {
        var stored = new List<byte>();
        for (var at = 0; at < content.Length; at += LongestChunk)
        {
            var chunk = content[at..Math.Min(at + LongestChunk, content.Length)];
            // The first chunk makes the dictionary anew.
            stored.AddRange([(byte)(at == 0 ? 1 : 2), (byte)((chunk.Length - 1) >> 8), (byte)(chunk.Length - 1), .. chunk]);
        }

        stored.Add(0);
        return stored;
    }

    private static void Pad(List<byte> bytes)
    {
        while (bytes.Count % 4 != 0)
            bytes.Add(0);
    }

    private static List<byte> Varying(int number)
    {
        var bytes = new List<byte>();
        for (; number >= 0x80; number >>= 7)
            bytes.Add((byte)(number | 0x80));
        bytes.Add((byte)number);
        return bytes;
    }

    private static byte[] Number(uint number)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static byte[] Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var octet in bytes)
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
        }

        return Number(~crc);
    }
}

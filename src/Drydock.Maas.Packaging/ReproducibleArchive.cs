using System.IO.Compression;

namespace Drydock.Maas.Packaging;

/// <summary>A zip file that is the same, byte for byte, whenever and in whatever order the same files are given.</summary>
internal static class ReproducibleArchive
{
    // rw-r--r-- of a regular file, where unzip looks for it.
    private const int UnixMode = 0x81A4 << 16;

    // Any moment does; the first one a zip can tell becomes an earlier one in some time zones.
    private static readonly DateTimeOffset Moment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(string path, IEnumerable<ArchiveEntry> entries)
    {
        using var file = File.Create(path);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var entry in entries.OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            var written = archive.CreateEntry(entry.Path, CompressionLevel.SmallestSize);
            (written.LastWriteTime, written.ExternalAttributes) = (Moment, UnixMode);
            using var stream = written.Open();
            stream.Write(entry.Content);
        }
    }
}

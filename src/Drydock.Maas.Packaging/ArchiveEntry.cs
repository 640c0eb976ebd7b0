namespace Drydock.Maas.Packaging;

/// <summary>A file of an archive.</summary>
/// <param name="Path">Where it lies in the archive, with forward slashes.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ArchiveEntry(string Path, byte[] Content);

using System.Security.Cryptography;
using System.Text;

namespace Drydock.Maas.Design;

/// <summary>
/// Chance and time that identifiers of a site's boot actions are made from: each stays the same as long as the site does, and nobody can guess it.
/// </summary>
internal sealed class BootActionSeed
{
    private readonly byte[] _chance;

    private BootActionSeed(byte[] chance, DateTimeOffset time)
    {
        _chance = chance;
        Time = time;
    }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Time { get; }

    public static BootActionSeed Create() => new(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes), TimeProvider.System.GetUtcNow());

    /// <summary>32 bytes that belong to the names.</summary>
    public byte[] Derive(params string[] names) => HMACSHA256.HashData(_chance, Encoding.UTF8.GetBytes(string.Join('\0', names)));
}

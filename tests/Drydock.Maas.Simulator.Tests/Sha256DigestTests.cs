using System.Security.Cryptography;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>The digest that comes in pieces is that of .NET.</summary>
public sealed class Sha256DigestTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(55, 7)]
    [InlineData(56, 56)]
    [InlineData(63, 20)]
    [InlineData(64, 64)]
    [InlineData(65, 64)]
    [InlineData(1000, 63)]
    [InlineData(4097, 1024)]
    public void Pieces_are_digested_as_the_whole(int length, int piece)
    {
        var content = Enumerable.Range(0, length).Select(i => (byte)((i * 31) + 7)).ToArray();
        var digest = new Sha256Digest();
        foreach (var part in content.Chunk(piece))
            digest = digest.With(part);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), digest.ToText());
    }

    [Fact]
    public void A_piece_that_is_tried_is_not_taken()
    {
        var digest = new Sha256Digest().With("maas"u8);
        _ = digest.With("more"u8);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("maas"u8)), digest.ToText());
    }
}

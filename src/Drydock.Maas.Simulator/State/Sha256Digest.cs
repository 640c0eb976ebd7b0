using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Drydock.Maas.Simulator.State;

/// <summary>SHA-256 of what comes in pieces; unlike that of .NET it can be saved half-way, and a piece can be tried without being taken.</summary>
internal sealed class Sha256Digest
{
    private const int BlockSize = 64;

    private static readonly uint[] Rounds = GetRoots(64, 3);

    private uint[] _words = GetRoots(8, 2);
    private byte[] _rest = [];
    private long _length;

    /// <summary>The digest with a further piece; this one stays as it was.</summary>
    public Sha256Digest With(ReadOnlySpan<byte> piece)
    {
        var next = new Sha256Digest { _words = [.. _words], _length = _length + piece.Length };
        byte[] joined = [.. _rest, .. piece];
        var whole = joined.Length / BlockSize * BlockSize;
        for (var at = 0; at < whole; at += BlockSize)
            Mix(next._words, joined.AsSpan(at, BlockSize));
        next._rest = joined[whole..];
        return next;
    }

    /// <summary>In hexadecimal, lower case.</summary>
    public string ToText()
    {
        var padding = new byte[(_rest.Length < 56 ? BlockSize : 2 * BlockSize) - _rest.Length];
        padding[0] = 0x80;
        BinaryPrimitives.WriteInt64BigEndian(padding.AsSpan(padding.Length - 8), _length * 8);
        return string.Concat(With(padding)._words.Select(word => word.ToString("x8", CultureInfo.InvariantCulture)));
    }

    private static void Mix(uint[] words, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[64];
        for (var i = 0; i < 16; i++)
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(4 * i)..]);
        for (var i = 16; i < 64; i++)
        {
            var (early, late) = (w[i - 15], w[i - 2]);
            w[i] = w[i - 16] + (BitOperations.RotateRight(early, 7) ^ BitOperations.RotateRight(early, 18) ^ (early >> 3))
                + w[i - 7] + (BitOperations.RotateRight(late, 17) ^ BitOperations.RotateRight(late, 19) ^ (late >> 10));
        }

        var (a, b, c, d, e, f, g, h) = (words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7]);
        for (var i = 0; i < 64; i++)
        {
            var first = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25))
                + ((e & f) ^ (~e & g)) + Rounds[i] + w[i];
            var second = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22))
                + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        ReadOnlySpan<uint> mixed = [a, b, c, d, e, f, g, h];
        for (var i = 0; i < 8; i++)
            words[i] += mixed[i];
    }

    /// <summary>The first 32 bits behind the point of the square or cube roots of the first primes.</summary>
    private static uint[] GetRoots(int count, int degree)
    {
        var primes = Enumerable.Range(2, 400).Where(number => Enumerable.Range(2, number - 2).All(divisor => number % divisor != 0)).Take(count);
        return [.. primes.Select(prime => (uint)(Root(new BigInteger(prime) << (32 * degree), degree) & uint.MaxValue))];
    }

    private static BigInteger Root(BigInteger value, int degree)
    {
        BigInteger root = 0;
        for (var bit = 40; bit >= 0; bit--)
        {
            var larger = root + (BigInteger.One << bit);
            if (BigInteger.Pow(larger, degree) <= value)
                root = larger;
        }

        return root;
    }
}

namespace Drydock.Maas.Simulator.State;

/// <summary>One ascending number per kind of object, and names of chance that are the same on every run.</summary>
internal sealed class IdCounters
{
    private const string SystemIdAlphabet = "abcdefghkmnpqrstwxy34678";
    private const string KeyAlphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);
    private readonly HashSet<string> _systemIds = new(StringComparer.Ordinal);
    private uint _chance = 2463534242;

    /// <summary>The next id; the first is 1 unless <see cref="StartAt"/> said otherwise.</summary>
    public int Next(string kind)
    {
        var id = _next.GetValueOrDefault(kind, 1);
        _next[kind] = id + 1;
        return id;
    }

    public void StartAt(string kind, int next) => _next[kind] = next;

    /// <summary>Six characters that no node has yet.</summary>
    public string NextSystemId()
    {
        string id;
        do id = Text(SystemIdAlphabet, 6);
        while (!_systemIds.Add(id));
        return id;
    }

    public string NextKey(int length) => Text(KeyAlphabet, length);

    public string NextMac() => FormattableString.Invariant($"52:54:00:{NextByte():x2}:{NextByte():x2}:{NextByte():x2}");

    private byte NextByte() => (byte)(NextChance() >> 8);

    private string Text(string alphabet, int length) =>
        string.Create(length, (alphabet, this), static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = source.alphabet[(int)(source.Item2.NextChance() % (uint)source.alphabet.Length)];
        });

    private uint NextChance()
    {
        _chance ^= _chance << 13;
        _chance ^= _chance >> 17;
        return _chance ^= _chance << 5;
    }
}

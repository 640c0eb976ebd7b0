namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>
/// What to ask for, in order. State carries over from one recording to the next, so those of the same sequence that are not
/// in the folder asked for are put between, from the folder known before; only what was asked for is compared.
/// </summary>
internal sealed class RecordedSequence
{
    private readonly HashSet<int> _numbers;
    private readonly HashSet<Recording> _wanted;

    public RecordedSequence(IReadOnlyList<Recording> wanted, IReadOnlyList<Recording> known)
    {
        _wanted = [.. wanted];
        IsKnown = SameNumbering(wanted, known);
        var numbers = wanted.Select(recording => recording.Number).ToHashSet();
        All = IsKnown ? [.. wanted.Concat(known.Where(other => !numbers.Contains(other.Number))).OrderBy(one => one.Number)] : wanted;
        IsWhole = IsKnown && All.Count == known.Count;
        _numbers = All.Select(recording => recording.Number).ToHashSet();
    }

    public IReadOnlyList<Recording> All { get; }

    /// <summary>Whether the numbers are those of the sequence whose gaps are known.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether the recordings are the known ones and no others, so that what fills the gaps must succeed.</summary>
    public bool IsWhole { get; }

    public bool IsCompared(Recording recording) => _wanted.Contains(recording);

    /// <summary>Whether a recording says itself what is asked at that number.</summary>
    public bool Has(int number) => _numbers.Contains(number);

    private static bool SameNumbering(IReadOnlyList<Recording> wanted, IReadOnlyList<Recording> known)
    {
        var labels = known.ToLookup(recording => recording.Name, recording => recording.Number);
        var names = known.ToLookup(recording => recording.Number, recording => recording.Name);
        return wanted.All(recording => (labels[recording.Name].Contains(recording.Number) || !labels.Contains(recording.Name))
            && (names[recording.Number].Contains(recording.Name) || !names.Contains(recording.Number)));
    }
}

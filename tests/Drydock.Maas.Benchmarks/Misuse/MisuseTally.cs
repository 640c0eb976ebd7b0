using System.Globalization;
using System.Text;

namespace Drydock.Maas.Benchmarks.Misuse;

/// <summary>Counts lines by kind of input: how many wrote, were refused, or broke an invariant.</summary>
internal sealed class MisuseTally
{
    private readonly SortedDictionary<string, (int Runs, int Wrote, int Refused)> _kinds = new(StringComparer.Ordinal);

    public int Violations { get; private set; }

    public void Add(MisuseEvidence run, int seed, IReadOnlyList<string> violations)
    {
        var (runs, wrote, refused) = _kinds.GetValueOrDefault(run.Line.Input.Kind);
        var writes = Wire.Writes([.. run.Production, .. run.Staging]).Count > 0;
        _kinds[run.Line.Input.Kind] = (runs + 1, wrote + (writes ? 1 : 0), refused + (run.Outcome.Errors.Count > 0 ? 1 : 0));
        if (violations.Count == 0)
            return;
        Violations++;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed}: {run.Line}"));
        foreach (var violation in violations.Distinct().Take(4))
            Console.WriteLine($"      {violation}");
        foreach (var error in run.Outcome.Errors.Take(2))
            Console.WriteLine($"      ({error.FullyQualifiedErrorId}: {error})");
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (kind, (runs, wrote, refused)) in _kinds)
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind,-32} {runs,6} lines {wrote,6} wrote {refused,6} with errors");
        return text.ToString();
    }
}

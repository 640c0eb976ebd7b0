using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Scripts;

/// <summary>The choice of uploaded scripts to run: those asked for by name or tag; when none is asked for, those MAAS chooses.</summary>
internal sealed record ScriptChoice(IReadOnlyList<string> Commissioning, IReadOnlyList<string> Testing)
{
    public static readonly ScriptChoice Usual = new([], []);

    /// <summary>What the scripts are told, such as which disk.</summary>
    public ParameterSet Parameters { get; init; } = ParameterSet.Empty;

    /// <summary>The tests of MAAS's own that were chosen, or that it chooses.</summary>
    public IEnumerable<BuiltInTest> Tests => BuiltInTests.Find(Testing.Count == 0 ? ["commissioning"] : Testing);

    private const int CommissioningType = 0;
    private const int TestingType = 2;

    public static ScriptChoice Read(ParameterSet form)
    {
        var fields = new FieldErrors(form);
        return new(fields.Values("commissioning_scripts", []), fields.Values("testing_scripts", []));
    }

    /// <summary>Uploaded scripts of a script set's type, in the order of their names.</summary>
    public IEnumerable<SimulatedNodeScript> Select(int type, IEnumerable<SimulatedNodeScript> uploaded) => type switch
    {
        SimulatedScriptSet.Commissioning => Pick(uploaded, CommissioningType, IsCommissioning),
        SimulatedScriptSet.Testing => Pick(uploaded, TestingType, s => IsNamed(s, Testing.Count == 0 ? ["commissioning"] : Testing)),
        _ => [],
    };

    private static IEnumerable<SimulatedNodeScript> Pick(
        IEnumerable<SimulatedNodeScript> uploaded, int type, Func<SimulatedNodeScript, bool> isChosen) =>
        uploaded.Where(s => !s.IsDefault && s.Type == type && isChosen(s)).OrderBy(s => s.Name, StringComparer.Ordinal);

    private bool IsCommissioning(SimulatedNodeScript script) =>
        Commissioning.Count == 0 ? !script.Tags.Contains("noauto") : IsNamed(script, Commissioning);

    private static bool IsNamed(SimulatedNodeScript script, IReadOnlyList<string> names) =>
        names.Contains(script.Name) || script.Tags.Exists(names.Contains);
}

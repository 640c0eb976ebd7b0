namespace Drydock.Maas.Help;

/// <summary>A cmdlet as its class declares it.</summary>
internal sealed record CommandInfo(string Verb, string Noun, IReadOnlyList<ParameterInfo> Parameters, IReadOnlyList<string> OutputTypes)
{
    private const string AllSets = "__AllParameterSets";

    public string Name => $"{Verb}-{Noun}";

    /// <summary>The names of the parameter sets; one without a name when there are none.</summary>
    public IEnumerable<string> ParameterSets
    {
        get
        {
            var named = Parameters.SelectMany(p => p.Uses).Select(u => u.Set).Where(s => s != AllSets).Distinct().ToList();
            return named.Count > 0 ? named : [AllSets];
        }
    }

    /// <summary>The parameters of a set in the order they are typed.</summary>
    public IEnumerable<(ParameterInfo Parameter, ParameterUse Use)> InSet(string set) =>
        Parameters.SelectMany(p => p.Uses.Where(u => u.Set == set || u.Set == AllSets).Take(1).Select(u => (p, u)))
            .OrderBy(x => x.u.Position ?? int.MaxValue)
            .ThenByDescending(x => x.u.Mandatory);
}

/// <summary>A parameter of a cmdlet.</summary>
internal sealed record ParameterInfo(
    string Name, string TypeName, string Description, bool Wildcards, IReadOnlyList<string> Aliases, IReadOnlyList<ParameterUse> Uses)
{
    public bool IsSwitch => TypeName == "SwitchParameter";
}

/// <summary>A parameter within a parameter set.</summary>
internal sealed record ParameterUse(string Set, bool Mandatory, int? Position, bool FromPipeline, bool FromPropertyName)
{
    public string PipelineInput => (FromPipeline, FromPropertyName) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}

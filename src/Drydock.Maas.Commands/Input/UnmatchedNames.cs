namespace Drydock.Maas.Commands.Input;

/// <summary>Names of a design's parts that a person gave and that fit none: a plain name is an error, a wildcard deserves a warning.</summary>
/// <param name="refuse">Takes the error of a plain name, and the name.</param>
/// <param name="warn">Takes the warning of a wildcard.</param>
internal sealed class UnmatchedNames(Action<MaasException, string> refuse, Action<string> warn)
{
    /// <summary>Tells of each name that none of those present is.</summary>
    /// <param name="names">The names given.</param>
    /// <param name="errorId">The identifier of the error.</param>
    /// <param name="word">What they are called in sentences.</param>
    /// <param name="present">The names there are.</param>
    public void Report(NameFilter names, string errorId, string word, IReadOnlyCollection<string> present)
    {
        foreach (var name in names.Literals.Where(n => !present.Any(p => NameFilter.IsSame(p, n))))
            refuse(new MaasException(errorId, $"The design has no {word} {name}."), name);
        foreach (var pattern in names.Wildcards.Where(w => !present.Any(new NameFilter([w]).Matches)))
            warn($"No {word} of the design fits {pattern}.");
    }
}

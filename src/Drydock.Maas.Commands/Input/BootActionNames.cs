using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Input;

/// <summary>The boot actions that names, some with wildcards, stand for.</summary>
internal static class BootActionNames
{
    /// <summary>Names of boot actions of the design.</summary>
    /// <param name="given">The names a person gave.</param>
    /// <param name="design">The design.</param>
    /// <param name="warn">Told of a wildcard that fits none.</param>
    /// <exception cref="MaasException">BootActionNotFound.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> given, SiteDesign design, Action<string> warn)
    {
        if (given.Count == 0)
            return [];
        var names = new NameFilter(given);
        IReadOnlyList<string> present = [.. design.BootActions.Select(b => b.Name)];
        new UnmatchedNames((error, _) => throw error, warn).Report(names, ErrorIds.BootActionNotFound, "boot action", present);
        return [.. present.Where(names.Matches)];
    }
}

namespace Drydock.Maas.Commands.Input;

/// <summary>Statuses of machines as a command's user names them.</summary>
internal static class StatusFilter
{
    /// <summary>Statuses to ask for: wildcards become the statuses they fit, names stay; null when one fits none that is known.</summary>
    public static IReadOnlyList<string>? Expand(IReadOnlyList<string> names)
    {
        var found = new List<string>();
        foreach (var name in names)
        {
            var pattern = new NameFilter([name]);
            IReadOnlyList<string> fitting = pattern.HasWildcards ? [.. MachineStatuses.Names.Where(pattern.Matches)] : [name];
            if (fitting.Count == 0)
                return null;
            found.AddRange(fitting);
        }

        return [.. found.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}

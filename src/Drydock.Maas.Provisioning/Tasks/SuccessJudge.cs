using System.Globalization;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Compares a group's nodes with its success criteria.</summary>
internal static class SuccessJudge
{
    /// <summary>The criteria that are not met, each in a sentence; none for a group without nodes.</summary>
    /// <param name="criteria">The criteria.</param>
    /// <param name="total">How many nodes the group has.</param>
    /// <param name="succeeded">How many of them succeeded.</param>
    /// <param name="isPart">Whether only a part of the group was selected: no more can succeed than were asked for.</param>
    public static IReadOnlyList<string> FindUnmet(SuccessCriteria criteria, int total, int succeeded, bool isPart)
    {
        var unmet = new List<string>();
        if (total == 0)
            return unmet;
        var minimum = isPart && criteria.MinimumSuccessfulNodes > total ? total : criteria.MinimumSuccessfulNodes;
        // Multiplied rather than divided: 1 of 3 is not 33.333 of a hundred.
        if (criteria.PercentSuccessfulNodes is { } percent && succeeded * 100.0 < percent * total)
            unmet.Add(Text($"percent_successful_nodes: {succeeded} of {total} nodes succeeded, {percent} of a hundred have to."));
        if (minimum is { } least && succeeded < least)
            unmet.Add(Text($"minimum_successful_nodes: {succeeded} succeeded, {least} have to."));
        if (criteria.MaximumFailedNodes is { } most && total - succeeded > most)
            unmet.Add(Text($"maximum_failed_nodes: {total - succeeded} failed, {most} may."));
        return unmet;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using Drydock.Maas.Design.Deckhand;
using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Airship;

/// <summary>
/// Documents that were written to be layered and substituted, read without a layering policy: what they say is not what they mean.
/// </summary>
internal static class RawDocuments
{
    private const int MostNamed = 3;

    /// <summary>An error for a whole site; else a warning that tells how many documents are not what they are meant to be.</summary>
    public static void Report(
        IReadOnlyList<YamlNode> yaml, DesignOptions options, ICollection<DesignProblem> problems, ICollection<DesignProblem> warnings)
    {
        if (options.IsSite)
        {
            problems.Add(new DesignProblem
            {
                ErrorId = ErrorIds.LayeringPolicyNotFound,
                Message = "There is no document deckhand/LayeringPolicy among the files of the site, so that nothing can be layered and "
                    + "substituted. It is in the global repository: give its folder as a further path.",
            });
            return;
        }

        var raw = yaml.OfType<YamlMap>().Where(map => map.Find("schema") is YamlScalar schema && AirshipReader.IsOfUse(schema.Text))
            .Select(map => new DeckhandDocument(map)).Where(d => d.ParentSelector is not null || d.Substitutions.Count > 0).ToList();
        if (raw.Count == 0)
            return;
        var names = string.Join(", ", raw.Take(MostNamed)) + (raw.Count > MostNamed ? " and others" : "");
        warnings.Add(new DesignProblem
        {
            ErrorId = ErrorIds.NotLayered,
            Message = FormattableString.Invariant($"{raw.Count} documents have parents or substitutions that were not applied, as there is ")
                + $"no document deckhand/LayeringPolicy: {names}. Read the whole site with -Site, or add the policy.",
            Location = raw[0].Location,
        });
    }
}

using System.Text.RegularExpressions;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.SiteNetwork;
using Drydock.Maas.Provisioning.SiteSteps;

namespace Drydock.Maas.Provisioning.SiteAccess;

/// <summary>Plans tags that MAAS assigns by an XPath over lshw. Drydock reads these definitions and never applies them.</summary>
internal static partial class TagDefinitionPlanner
{
    /// <summary>One part for each tag of the region and, when pruning, each of ours that the region has no more.</summary>
    public static IReadOnlyList<SitePart> Plan(Region? region, IReadOnlyList<Tag> present, bool prune)
    {
        var wanted = (region?.TagDefinitions ?? []).GroupBy(t => t.Tag, StringComparer.Ordinal).ToList();
        var parts = wanted.Select(w => SitePart.Of(w.Key, builder =>
        {
            var definition = Definition([.. w]);
            var tag = present.FirstOrDefault(t => t.Name == w.Key);
            if (tag is null)
            {
                var request = new TagRequest { Name = w.Key, Definition = definition, Comment = SiteComment.Text };
                builder.Add(SiteChange.Create("Tag", w.Key, definition), (client, token) => client.Tags.CreateAsync(request, token));
            }
            else if ((tag.Definition ?? "").Trim() != definition)
            {
                builder.Add(
                    SiteChange.Set("Tag", w.Key, "definition", tag.Definition, definition, Severity(tag)),
                    (client, token) => client.Tags.UpdateAsync(w.Key, new TagRequest { Definition = definition }, token));
            }
        })).ToList();
        var stale = prune ? present.Where(t => IsOurs(t) && wanted.TrueForAll(w => w.Key != t.Name)) : [];
        return [.. parts, .. stale.Select(Remove)];
    }

    private static string Definition(IReadOnlyList<TagDefinition> tags)
    {
        var tag = tags[0];
        if (tag.DefinitionType != "lshw_xpath")
            throw Invalid($"Tag {tag.Tag} is defined by {tag.DefinitionType}; MAAS knows lshw_xpath only.");
        if (!ValidName().IsMatch(tag.Tag))
            throw Invalid($"\"{tag.Tag}\" is no name for a tag: MAAS takes letters, digits, _ and -.");
        if (tags.Any(t => t.Definition.Trim() != tag.Definition.Trim()))
            throw Invalid($"Tag {tag.Tag} is defined more than once, and differently.");
        return tag.Definition.Trim();
    }

    // MAAS takes a tag that gets a definition off the machines that somebody gave it to.
    private static ChangeSeverity Severity(Tag tag) => string.IsNullOrWhiteSpace(tag.Definition) ? ChangeSeverity.Destructive : ChangeSeverity.Cosmetic;

    private static bool IsOurs(Tag tag) => tag.Comment == SiteComment.Text && !string.IsNullOrWhiteSpace(tag.Definition);

    private static SitePart Remove(Tag tag)
    {
        var change = SiteChange.Delete("Tag", tag.Name, tag.Definition) with { Severity = ChangeSeverity.Destructive };
        return SitePart.Of(tag.Name, builder => builder.Add(change, (client, token) => client.Tags.DeleteAsync(tag.Name, token)));
    }

    private static NodeException Invalid(string message) => new(NodeErrorIds.DesignInvalid, message);

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex ValidName();
}

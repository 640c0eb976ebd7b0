using System.Text.RegularExpressions;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.Access;

/// <summary>Plans tags that MAAS assigns by an XPath over lshw. Drydock reads these definitions and never applies them.</summary>
internal static partial class TagDefinitionPlanner
{
    /// <summary>One part for each tag of the region and, when pruning, each of ours that the region has no more.</summary>
    public static IReadOnlyList<SitePart> Plan(Region? region, IReadOnlyList<Tag> present, bool prune)
    {
        var wanted = (region?.TagDefinitions ?? []).GroupBy(t => t.Tag, StringComparer.Ordinal).ToList();
        var parts = wanted.Select(w => Plan([.. w], present.FirstOrDefault(t => t.Name == w.Key))).ToList();
        var stale = prune ? present.Where(t => IsOurs(t) && wanted.TrueForAll(w => w.Key != t.Name)) : [];
        return [.. parts, .. stale.Select(t => new SitePart(t.Name, new(new DeleteTagDefinition(t))))];
    }

    private static SitePart Plan(IReadOnlyList<TagDefinition> wanted, Tag? present)
    {
        var name = wanted[0].Tag;
        var part = SitePart.Make(name, () => PlanTag(name, Definition(wanted), present));
        return part.Error is not null || wanted[0].FindProblem() is null ? part : new(name, Engine.Plans.Plan.Empty) { SkippedBecause = NoXPath(wanted[0]) };
    }

    private static Plan PlanTag(string name, string definition, Tag? present) => present is null ? new(new CreateTagDefinition(name, definition))
        : (present.Definition ?? "").Trim() == definition ? new()
        : new(new RedefineTag(present, definition));

    // Published sites have such definitions: Drydock never sends them, so that nobody has noticed.
    private static string NoXPath(TagDefinition tag) =>
        $"The definition of tag {tag.Tag} is no XPath, so MAAS would refuse it; it is left out: {tag.Definition.Trim()}";

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

    private static bool IsOurs(Tag tag) => tag.Comment == SiteComment.Text && !string.IsNullOrWhiteSpace(tag.Definition);

    private static NodeException Invalid(string message) => new(ErrorIds.DesignInvalid, message);

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex ValidName();
}

/// <summary>Makes a tag that MAAS assigns by itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">The XPath over lshw.</param>
internal sealed record CreateTagDefinition(string Name, string Definition) : AccessOperation
{
    /// <summary>What is sent for it.</summary>
    public TagRequest Request => new() { Name = Name, Definition = Definition, Comment = SiteComment.Text };

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(ResourceKind.Tag, Name, Definition)];
}

/// <summary>Gives a tag that is there another definition.</summary>
/// <param name="Present">The tag.</param>
/// <param name="Definition">The XPath over lshw.</param>
internal sealed record RedefineTag(Tag Present, string Definition) : AccessOperation
{
    /// <summary>What is sent for it.</summary>
    public TagRequest Request => new() { Definition = Definition };

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Set(ResourceKind.Tag, Present.Name, ChangeProperty.Definition, Present.Definition, Definition, Severity)];

    // MAAS takes a tag that gets a definition off the machines that somebody gave it to.
    private ChangeSeverity Severity => string.IsNullOrWhiteSpace(Present.Definition) ? ChangeSeverity.Destructive : ChangeSeverity.Cosmetic;
}

/// <summary>Removes a tag of ours.</summary>
/// <param name="Present">The tag.</param>
internal sealed record DeleteTagDefinition(Tag Present) : AccessOperation
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Delete(ResourceKind.Tag, Present.Name, Present.Definition)];
}

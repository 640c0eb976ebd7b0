namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>How things in MAAS are recognised as a design's own.</summary>
internal static class SiteComment
{
    /// <summary>The comment of what is ours to change; Drydock's, so that both know each other's.</summary>
    public const string Text = "Configured by Drydock";
}

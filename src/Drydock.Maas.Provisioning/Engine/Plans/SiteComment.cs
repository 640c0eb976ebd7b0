namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>The mark of what MAAS has for a design, by which it is recognised.</summary>
internal static class SiteComment
{
    /// <summary>The comment of what is ours to change; Drydock's, so that both know each other's.</summary>
    public const string Text = "Configured by Drydock";
}

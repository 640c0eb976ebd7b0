using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Parts of a site's plan in words.</summary>
internal static class SiteParts
{
    public static IReadOnlyList<string> InWords(this IEnumerable<SitePart> parts) =>
        [.. parts.SelectMany(p => p.Error is { } error ? [$"{p.Target}: {error.ErrorId}"] : p.Changes.Select(c => c.ToString()))];

    /// <summary>How many requests would be written.</summary>
    public static int Writes(this IEnumerable<SitePart> parts) => parts.Sum(p => p.Plan.Operations.Count);
}

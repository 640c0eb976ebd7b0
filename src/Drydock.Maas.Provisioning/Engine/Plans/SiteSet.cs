namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Lists whose order means nothing, as MAAS keeps them: a cleared list may read back as one empty text.</summary>
internal static class SiteSet
{
    public static bool SameAs(this IEnumerable<string> wanted, IEnumerable<string> present) => Clean(wanted).SequenceEqual(Clean(present));

    public static string Show(IEnumerable<string> values) => string.Join(", ", Clean(values));

    private static IEnumerable<string> Clean(IEnumerable<string> values) =>
        values.Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}

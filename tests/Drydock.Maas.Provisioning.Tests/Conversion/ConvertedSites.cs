using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Design.Export;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Conversion;
using Drydock.Maas.Provisioning.Drift;

namespace Drydock.Maas.Provisioning.Tests.Conversion;

/// <summary>Describes a MAAS and holds the design to what it was made of.</summary>
internal static class ConvertedSites
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The design that its files give when they are read.</summary>
    public static SiteDesign Reread(SiteDesign design) =>
        DesignReader.Read([.. AuthoredDesign.Write(design).Select(f => DesignSource.FromText(f.Name, f.Text))], null, Token);

    /// <summary>Describes a MAAS: a comparison finds nothing, and the files say the same as the design.</summary>
    public static async Task<(ConvertedSite Converted, SiteDesign Read)> HoldAsync(MaasSession session, IReadOnlyList<Machine>? machines = null)
    {
        var converted = await SiteConversion.Create(session).ConvertAsync("taken", machines, Token);
        var read = Reread(converted.Design);
        Assert.Empty((await CompareAsync(session, read)).Select(d => d.ToString()));
        Assert.Empty(DesignComparer.Compare(converted.Design, read).Where(d => !IsOrder(d)).Select(d => d.ToString()));
        Assert.Empty(DesignComparer.Compare(read, Reread(read)).Where(d => !IsOrder(d)).Select(d => d.ToString()));
        return (converted, read);
    }

    /// <summary>Where things are inherited they may stand in another order, which makes no difference.</summary>
    private static bool IsOrder(DesignDifference difference) => difference.Property == "(order)"
        || (difference.Before ?? "").Split(", ").Order(StringComparer.Ordinal).SequenceEqual((difference.After ?? "").Split(", ").Order(StringComparer.Ordinal));

    /// <summary>What of a MAAS is not as designed.</summary>
    public static Task<IReadOnlyList<DesignDrift>> CompareAsync(MaasSession session, SiteDesign design) =>
        DesignComparison.Create(session, new() { BootActionRenderer = new BootActionRenderer(), UseNodeOobParameters = true }).CompareAsync(design, null, Token);
}

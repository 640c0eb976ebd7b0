using System.Globalization;
using System.Text;

namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>The sound site with as many nodes as wanted, each with a mistake of its own: findings cost too.</summary>
internal static class LargeSite
{
    public static SiteDesign Read(int nodes)
    {
        var text = new StringBuilder(SoundSite.Text.ReplaceLineEndings("\n").Replace(".0.0/24", ".0.0/16", StringComparison.Ordinal));
        for (var i = 1; i <= nodes; i++)
        {
            var host = string.Create(CultureInfo.InvariantCulture, $"{(i / 250) + 1}.{(i % 250) + 1}");
            var document = string.Create(CultureInfo.InvariantCulture, $$"""
                ---
                schema: drydock/BaremetalNode/v1
                metadata: {name: large{{i:00000}}}
                data:
                  host_profile: base
                  addressing:
                    - {network: oob, address: 10.1.{{host}}}
                    - {network: pxe, address: dhcp}
                    - {network: mgmt, address: 10.3.{{host}}}
                    - {network: store, address: 10.3.{{host}}}

                """);
            text.Append(document.ReplaceLineEndings("\n"));
        }

        return DesignReader.Read([DesignSource.FromText("large.yaml", text.ToString())], null, TestContext.Current.CancellationToken);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.Http;

/// <summary>Lists, texts and addresses as all of MAAS's answers have them.</summary>
internal static class ApiJson
{
    public const string Root = "/MAAS/api/2.0/";

    public static JsonArray Texts(IEnumerable<string> values) => new(values.Select(value => (JsonNode?)value).ToArray());

    public static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> render) => new(items.Select(render).ToArray());

    /// <summary>A resource's address, names in it escaped as MAAS does.</summary>
    public static string Uri(FormattableString path) =>
        Root + string.Format(CultureInfo.InvariantCulture, path.Format, path.GetArguments().Select(Escape).ToArray());

    private static object? Escape(object? part) => part is string text
        ? System.Uri.EscapeDataString(text).Replace("%40", "@", StringComparison.Ordinal).Replace("%2B", "+", StringComparison.Ordinal)
        : part;
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Client.Http;

/// <summary>A request that MAAS's API has: method, path and operation, of which the values in the path are filled in when it is sent.</summary>
/// <param name="Method">The method.</param>
/// <param name="Template">The path below api/2.0/ with its values in braces: nodes/{system_id}/raid/{id}/.</param>
/// <param name="Operation">The operation (op); null for reading, making, changing and deleting the resource.</param>
internal sealed partial record ApiRoute(HttpMethod Method, string Template, string? Operation)
{
    public static ApiRoute Get(string template, string? operation = null) => new(HttpMethod.Get, template, operation);

    public static ApiRoute Post(string template, string? operation = null) => new(HttpMethod.Post, template, operation);

    public static ApiRoute Put(string template) => new(HttpMethod.Put, template, null);

    public static ApiRoute Delete(string template) => new(HttpMethod.Delete, template, null);

    /// <summary>The request without parameters.</summary>
    /// <param name="values">Values of the path, in its order: texts and numbers.</param>
    public MaasRequest ToRequest(params object[] values)
    {
        var filled = 0;
        var path = Placeholder().Replace(Template, _ => Uri.EscapeDataString(Convert.ToString(values[filled++], CultureInfo.InvariantCulture)!));
        return filled == values.Length
            ? new(Method, path) { Operation = Operation }
            : throw new ArgumentException($"{Template} has {filled} values, not {values.Length}.", nameof(values));
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}

using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Drydock.Maas.Planning;
using Drydock.Maas.Security;

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>
/// The members of a request to MAAS as values of a change: what is sent is told, member by member, so that a member that is added is told as well.
/// </summary>
internal static class RequestValues
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, PropertyInfo Property)>> Members = new();

    /// <summary>The members that are sent.</summary>
    /// <param name="request">A request of a client interface.</param>
    /// <param name="digested">Members of which only the SHA-256 is told: contents of files, and what holds them.</param>
    /// <param name="secret">Members of which only the name is told.</param>
    public static ChangeValues Read(object request, IReadOnlyList<string>? digested = null, IReadOnlyList<string>? secret = null) =>
        new(from member in Members.GetOrAdd(request.GetType(), Find)
            let value = member.Property.GetValue(request)
            where IsSent(value)
            select KeyValuePair.Create(
                member.Name,
                secret?.Contains(member.Property.Name) == true ? "(secret)"
                : digested?.Contains(member.Property.Name) == true ? Digest($"{value}")
                : Show(value!)));

    /// <summary>SHA-256 of a text in hexadecimal digits.</summary>
    public static string Digest(string text) => Digest(Encoding.UTF8.GetBytes(text));

    /// <summary>SHA-256 of bytes in hexadecimal digits.</summary>
    public static string Digest(ReadOnlySpan<byte> bytes) => $"sha256:{Convert.ToHexString(SHA256.HashData(bytes))}";

    /// <summary>A value in the one text by which it is compared.</summary>
    public static string Show(object value) => value switch
    {
        string text => UrlCredential.Hide(text)!,
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, string> map => string.Join(", ", map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}={Show(m.Value)}")),
        IEnumerable items => string.Join(", ", items.Cast<object>().Select(Show)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    private static IReadOnlyList<(string Name, PropertyInfo Property)> Find(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).Select(p => (Camel(p.Name), p))];

    /// <summary>What is null, false or empty is left out of requests.</summary>
    private static bool IsSent(object? value) => value switch
    {
        null or false => false,
        string => true,
        ICollection items => items.Count > 0,
        IEnumerable items => items.Cast<object>().Any(),
        _ => true,
    };

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

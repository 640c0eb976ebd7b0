using System.Net;
using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>Settings that are lists, split at commas and blanks and kept with one blank between.</summary>
internal static partial class ConfigLists
{
    private static readonly char[] Separators = [',', ' ', '\t', '\r', '\n'];

    public static string Addresses(string name, string value) => Each(value, text => IPAddress.TryParse(text, out _)
        ? text
        : throw ConfigRules.Refuse(name, $"Invalid IP address: {text}; provide a list of space-separated IP addresses"));

    public static string Hosts(string name, string value) =>
        Each(value, text => LooksLikeAddress(text) ? Address(name, text) : Host(name, text));

    public static string Networks(string name, string value) => Each(value, text => Network().IsMatch(text)
        ? IPNetwork.TryParse(text, out _) ? text : throw ConfigRules.Refuse(name, $"Invalid network: {text}.")
        : LooksLikeAddress(text)
            ? IPAddress.TryParse(text, out var address)
                ? address.ToString()
                : throw ConfigRules.Refuse(name, $"Invalid IP address: {text}.")
            : Host(name, text));

    private static bool LooksLikeAddress(string text) => text.Contains(':', StringComparison.Ordinal) || FourNumbers().IsMatch(text);

    private static string Address(string name, string text) => IPAddress.TryParse(text, out var address)
        ? address.ToString()
        : throw ConfigRules.Refuse(name, $"Failed to detect a valid IP address from '{text}'.");

    private static string Host(string name, string text) => HostnameRules.Problem(text) is { } problem
        ? throw ConfigRules.Refuse(name, "Invalid hostname: " + problem)
        : text;

    private static string Each(string value, Func<string, string> clean) =>
        string.Join(' ', value.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(clean));

    [GeneratedRegex("^[0-9]{1,3}(\\.[0-9]{1,3}){3}$")]
    private static partial Regex FourNumbers();

    [GeneratedRegex("^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)/[0-9]+$")]
    private static partial Regex Network();
}
